package tidemark.ui.files;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /// The file that a destination means: by its name as it stands, or with `%20` and the like decoded.
    static Optional<FileLine> find(List<FileLine> lines, String destination) {
        return byName(lines, destination).or(() -> byName(lines, decoded(destination)));
    }

    private static Optional<FileLine> byName(List<FileLine> lines, String name) {
        return lines.stream()
                .filter(line -> line.file().details().name().equals(name))
                .findFirst();
    }

    private static String decoded(String destination) {
        try {
            return URLDecoder.decode(destination.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return destination; // a per cent sign that is one
        }
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
