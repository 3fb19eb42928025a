package tidemark.ui.files;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.library.links.FileLinks;
import tidemark.library.links.TextLink;
import tidemark.library.records.ProjectFile;

/// The way in which a text names a file of its project: `![a map](map.png)`, and for a file that is no picture
/// `[the list](list.ods)`.
final class FileReference {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[^\\s<>()\\\\%]+");

    private FileReference() {}

    /// Whether the destination is an address, and means no file.
    static boolean isAddress(String destination) {
        return SCHEME.matcher(destination).matches();
    }

    /// The file that a destination means: by the path that it was imported from, or by its name. An address means none.
    ///
    /// @param path the path that the text was imported from, where its links begin
    static Optional<FileLine> find(List<FileLine> lines, Optional<String> path, String destination) {
        if (isAddress(destination)) {
            return Optional.empty();
        }
        var link = new TextLink(TextLink.Form.MARKDOWN, TextLink.Show.IN_TEXT, destination, 0, destination.length());
        return new FileLinks(lines.stream().map(FileLine::file).toList())
                .find(link, path)
                .flatMap(file ->
                        lines.stream().filter(line -> line.file().equals(file)).findFirst());
    }

    /// The Markdown that shows this file, or leads to it.
    static String to(ProjectFile file) {
        var name = file.details().name();
        var isPicture = Pictures.isPicture(file);
        var dot = name.lastIndexOf('.');
        var words = (isPicture && dot > 0 ? name.substring(0, dot) : name).replaceAll("([\\[\\]\\\\])", "\\\\$1");
        return (isPicture ? "!" : "") + "[" + words + "](" + destination(name) + ")";
    }

    private static String destination(String name) {
        return PLAIN.matcher(name).matches()
                ? name
                : "<" + name.replace("%", "%25").replaceAll("([<>\\\\])", "\\\\$1") + ">";
    }
}
