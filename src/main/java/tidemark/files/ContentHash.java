package tidemark.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.remote.ObjectName;

/// The SHA-256 of a content, which names it everywhere: 64 hexadecimal digits in small letters.
public record ContentHash(String text) implements Comparable<ContentHash> {
    /// The beginning of the names of all contents on the remote.
    static final String REMOTE_FOLDER = "files/";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /// A hash in this form.
    ///
    /// @throws IllegalArgumentException when the text is not in it
    public ContentHash {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a SHA-256: " + text);
        }
    }

    /// The hash that a row names; empty where what it names is none, as it may be in a row from elsewhere.
    public static Optional<ContentHash> of(String text) {
        return isValid(text) ? Optional.of(new ContentHash(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /// The hash of what this digest has been given.
    static ContentHash of(MessageDigest digest) {
        return new ContentHash(HexFormat.of().formatHex(digest.digest()));
    }

    /// A new digest.
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The first two digits, which name the folder that it lies in.
    String folder() {
        return text.substring(0, 2);
    }

    /// The name of the content on the remote.
    public ObjectName objectName() {
        return new ObjectName(REMOTE_FOLDER + folder() + "/" + text);
    }

    @Override
    public int compareTo(ContentHash other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
