package tidemark.remote;

import java.util.regex.Pattern;

/// The name of an object below the store's root: at most 512 characters, in parts of `[A-Za-z0-9._-]` that do not begin
/// with a dot, separated by slashes.
///
/// Nothing else is accepted, so a name from a hostile listing can never leave the root.
public record ObjectName(String value) implements Comparable<ObjectName> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST = 512;

    /// A name in this form.
    ///
    /// @throws IllegalArgumentException when the text is not in it
    public ObjectName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an object name: " + value);
        }
    }

    /// Whether this text is an object name.
    public static boolean isValid(String value) {
        return value.length() <= LONGEST && FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(ObjectName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
