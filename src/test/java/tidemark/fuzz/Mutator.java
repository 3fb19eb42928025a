package tidemark.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// A mutator of real samples: bytes, pieces, numbers and quoted words, a few times each.
final class Mutator {
    private static final byte[] TELLING = {0, -1, '"', '{', '}', '[', ']', '\\', '<', '>', '&', '/', '%', '\n', ' '};
    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "1",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1e999",
            "0.5",
            "9".repeat(400));
    private static final List<String> WORDS = List.of(
            "",
            "\\u0000",
            "\\ud800",
            "../../../etc/passwd",
            "a'; DROP TABLE project; --",
            "checkpoint",
            "sqlite_master",
            "insert",
            "delete",
            "0".repeat(64),
            "x".repeat(70_000));

    private final RandomGenerator random;

    Mutator(RandomGenerator random) {
        this.random = random;
    }

    byte[] mutated(List<byte[]> samples) {
        var bytes = samples.get(random.nextInt(samples.size()));
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            bytes = bytes.length == 0 ? one() : once(bytes, samples);
        }
        return bytes;
    }

    private byte[] one() {
        return new byte[] {TELLING[random.nextInt(TELLING.length)]};
    }

    private byte[] once(byte[] bytes, List<byte[]> samples) {
        var at = random.nextInt(bytes.length);
        var to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
        return switch (random.nextInt(11)) {
            case 0, 1 -> flipped(bytes, at);
            case 2 -> replaced(bytes, at, at + 1, one());
            case 3 -> replaced(bytes, at, to, new byte[0]);
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 6 -> replaced(bytes, at, at, repeated(Arrays.copyOfRange(bytes, at, Math.min(to, at + 20))));
            case 7 -> replaced(bytes, at, to, piece(samples));
            case 8 -> number(bytes, at);
            default -> word(bytes, at);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        var copy = bytes.clone();
        copy[at] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private byte[] repeated(byte[] piece) {
        var out = new ByteArrayOutputStream();
        for (int i = random.nextInt(1, 2000); i > 0; i--) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private byte[] piece(List<byte[]> samples) {
        var other = samples.get(random.nextInt(samples.size()));
        var at = random.nextInt(other.length);
        return Arrays.copyOfRange(other, at, Math.min(other.length, at + random.nextInt(200)));
    }

    /// Replaces the next number by another.
    private byte[] number(byte[] bytes, int from) {
        var at = from;
        while (at < bytes.length && !isDigit(bytes[at])) {
            at++;
        }
        var end = at;
        while (end < bytes.length && isDigit(bytes[end])) {
            end++;
        }
        return replaced(bytes, at, end, ascii(NUMBERS.get(random.nextInt(NUMBERS.size()))));
    }

    /// Replaces the text between the next two quotation marks by another word.
    private byte[] word(byte[] bytes, int from) {
        var at = next(bytes, from, '"');
        var end = next(bytes, at + 1, '"');
        return end < bytes.length
                ? replaced(bytes, at + 1, end, ascii(WORDS.get(random.nextInt(WORDS.size()))))
                : flipped(bytes, from);
    }

    private static int next(byte[] bytes, int from, char wanted) {
        var at = from;
        while (at < bytes.length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        var out = new ByteArrayOutputStream(bytes.length + by.length);
        out.write(bytes, 0, from);
        out.writeBytes(by);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
