package tidemark.sync.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256, as 64 hexadecimal digits.
public record Hash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /// The value of `previous` in the first batch.
    public static final Hash NONE = new Hash("0".repeat(64));

    public Hash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + value);
        }
    }

    /// The hash of these bytes.
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /// A new SHA-256 digest.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
