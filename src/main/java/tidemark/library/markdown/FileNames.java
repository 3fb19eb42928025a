package tidemark.library.markdown;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The names used in one folder: each is valid on every system and used only once.
final class FileNames {
    private static final String NAMELESS = "Untitled";
    private static final int LONGEST = 120;
    private static final int LONGEST_FILE = 200;
    private static final int LONGEST_ENDING = 20;
    private static final Pattern EDGES = Pattern.compile("^[. ]|[. ]$");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"/\\\\|?*]+");

    /// The names of devices, which Windows reserves with any extension, and with superscript digits, too.
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[\\d\u00b9\u00b2\u00b3]) *(?:\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> taken = new HashSet<>();

    /// A name for a folder, or for a file without its extension, that is free for both. It also differs from the others
    /// on systems that ignore case or the way that an accent is encoded.
    String free(String title) {
        var plain = plain(title);
        var name = plain;
        for (int i = 2; isTaken(name); i++) {
            name = plain + " " + i;
        }
        taken.add(folded(name));
        taken.add(folded(name + MarkdownExport.ENDING));
        return name;
    }

    /// A name for a file that is free, as near as can be to the one given. Its ending stays: it says what opens it.
    String freeFile(String name) {
        int dot = name.lastIndexOf('.');
        var hasEnding = dot > 0 && name.length() - dot <= LONGEST_ENDING;
        var ending = hasEnding ? plain("x" + name.substring(dot)).substring(1) : "";
        var stem = plain(hasEnding ? name.substring(0, dot) : name);
        var candidate = stem + ending;
        for (int i = 2; !isFree(candidate); i++) {
            candidate = stem + " " + i + ending;
        }
        take(candidate);
        return candidate;
    }

    /// Whether this very name is still free, on systems that ignore case, too.
    boolean isFree(String name) {
        return !taken.contains(folded(name));
    }

    /// Takes a name that is free.
    void take(String name) {
        taken.add(folded(name));
    }

    /// Whether a file or folder can have this very name on every system, and is seen there.
    static boolean isFit(String name) {
        return name.equals(Normalizer.normalize(name, Normalizer.Form.NFC))
                && !FORBIDDEN.matcher(name).find()
                && !DEVICE.matcher(name).matches()
                && !EDGES.matcher(name).find()
                && !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_FILE;
    }

    private boolean isTaken(String name) {
        return taken.contains(folded(name)) || taken.contains(folded(name + MarkdownExport.ENDING));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    }

    /// The title as a name. It begins with no dot, which would hide it, and ends with none, which Windows removes.
    static String plain(String title) {
        var words = FORBIDDEN
                .matcher(Normalizer.normalize(title, Normalizer.Form.NFC))
                .replaceAll(" ");
        var name = shortened(words.strip().replaceAll("\\s+", " "))
                .replaceFirst("^[. ]+", "")
                .replaceFirst("[. ]+$", "");
        if (name.isEmpty()) {
            return NAMELESS;
        }
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    private static String shortened(String words) {
        int bytes = 0;
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            bytes += Character.toString(words.codePointAt(i)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST) {
                return words.substring(0, i);
            }
        }
        return words;
    }
}
