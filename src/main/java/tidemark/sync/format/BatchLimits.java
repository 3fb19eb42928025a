package tidemark.sync.format;

import java.util.regex.Pattern;

/// The limits of a batch. Reader and writer share them, so that nothing is sent which no device can read.
///
/// @param id the most characters of an id, which has at least one
/// @param text the most characters of a text, and of a row before and after a change taken together
/// @param room the most that the changes may take in memory, roughly; the tiniest changes of [#json] bytes take more
/// @param json the most bytes of JSON
public record BatchLimits(int id, int text, long room, int json) {
    /// The limits of the first released reader. Copies of that program read every log, so no writer ever goes past
    /// them, and they never change.
    public static final BatchLimits RELEASED = new BatchLimits(200, 8 << 20, 160 << 20, 64 << 20);

    /// The room of a change besides its fields.
    static final int PER_CHANGE = 300;

    /// The room of a field or a splice besides its text.
    static final int PER_FIELD = 250;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /// Whether a table or column may have this name.
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// Whether a record may have this id.
    boolean isId(String id) {
        return !id.isEmpty() && id.length() <= this.id;
    }
}
