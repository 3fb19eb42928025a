package tidemark.library.links;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.library.links.TextLink.Form;

/// The path that a link gives, which may be meant in several ways: `a%20b.png#top` is mostly `a b.png`, and may be the
/// name of a file as it stands.
///
/// @param meanings the likeliest first; none where it is a path of one computer, such as `C:\x.png`
public record LinkPath(List<String> meanings) {
    private static final int HEX = 16;
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:[\\\\/].*", Pattern.DOTALL);
    private static final Pattern MARKS = Pattern.compile("[#?].*", Pattern.DOTALL);
    private static final Pattern CLIMB = Pattern.compile("^(?:\\.{0,2}/)+");

    public LinkPath {
        meanings = List.copyOf(meanings);
    }

    /// The path of this link; empty where it leads to no file: into the web, or to a place in its own text.
    public static Optional<LinkPath> of(TextLink link) {
        var target = link.target().strip();
        if (target.isEmpty() || target.startsWith("#") || target.startsWith("?") || target.startsWith("//")) {
            return Optional.empty();
        }
        if (isOfOneComputer(target)) {
            return Optional.of(new LinkPath(List.of()));
        }
        if (link.form() == Form.WIKI) {
            return Optional.of(new LinkPath(List.of(target)));
        }
        return SCHEME.matcher(target).matches() ? Optional.empty() : Optional.of(new LinkPath(meanings(target)));
    }

    private static boolean isOfOneComputer(String target) {
        return DRIVE.matcher(target).matches()
                || target.startsWith("\\\\")
                || target.toLowerCase(Locale.ROOT).startsWith("file:");
    }

    private static List<String> meanings(String target) {
        var meanings = new LinkedHashSet<String>();
        var path = MARKS.matcher(target).replaceFirst("");
        for (var each : List.of(decoded(path), path, decoded(target), target)) {
            meanings.add(each);
            meanings.add(each.replace('\\', '/'));
        }
        meanings.remove("");
        return List.copyOf(meanings);
    }

    /// The text with `%20` and the like as the characters they stand for; as it is where they stand for none.
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int code = text.charAt(i) == '%' ? code(text, i + 1) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else {
                bytes.writeBytes(Character.toString(text.codePointAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException _) {
            return text;
        }
    }

    private static int code(String text, int begin) {
        if (begin + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(begin), HEX);
        int low = Character.digit(text.charAt(begin + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    /// The path that this one leads to from a folder: absent where it leads out of the uppermost, and the
    /// empty text for that one itself.
    ///
    /// @param folder from the uppermost folder on, with `/` between names; empty for that one itself
    /// @param path one of the meanings; behind a `/` it begins in the uppermost folder
    public static Optional<String> from(String folder, String path) {
        var names = new ArrayDeque<String>();
        if (!path.startsWith("/") && !folder.isEmpty()) {
            names.addAll(names(folder));
        }
        for (var name : names(path)) {
            if (name.equals("..") && names.pollLast() == null) {
                return Optional.empty();
            }
            if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                names.addLast(name);
            }
        }
        return Optional.of(normal(String.join("/", names)));
    }

    /// The way from a folder to a path, both seen from the uppermost folder.
    public static String relative(String folder, String path) {
        var from = folder.isEmpty() ? List.<String>of() : names(folder);
        var to = names(path);
        int common = 0;
        while (common < from.size()
                && common < to.size() - 1
                && from.get(common).equals(to.get(common))) {
            common++;
        }
        return "../".repeat(from.size() - common) + String.join("/", to.subList(common, to.size()));
    }

    private static List<String> names(String path) {
        return List.of(path.split("/", -1));
    }

    /// The path without the steps upwards that it begins with.
    static String withoutClimb(String path) {
        return normal(CLIMB.matcher(path).replaceFirst(""));
    }

    /// The path in the form that is compared: one system composes accents, another takes them apart.
    public static String normal(String path) {
        return Normalizer.isNormalized(path, Normalizer.Form.NFC)
                ? path
                : Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /// The path as systems compare it that ignore case.
    public static String folded(String path) {
        return normal(path).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /// The folder that a file lies in; empty for the uppermost.
    public static String folderOf(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /// The name at the end of a path.
    public static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
