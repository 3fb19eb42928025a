package tidemark.library.markdown;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tidemark.library.markdown.ImportProblem.Kind;
import tidemark.library.records.PlainText;

/// A file read as text, with the problems found; the text is empty when the file was left out. Its line ends are as
/// they were, and bytes that are wrong are never replaced.
record ImportedFile(Optional<String> text, List<ImportProblem> problems) {
    /// The most bytes that are read: several times what a text may have, for front matter and UTF-16.
    private static final int MOST_BYTES = 8 * PlainText.MOST_BYTES;

    private static final int ESCAPE = 27;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    static ImportedFile read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return leftOut(new ImportProblem(file, Kind.UNREADABLE, "not a file")); // others may never end
            }
            var size = Files.size(file);
            return size > MOST_BYTES ? leftOut(tooLarge(file, size)) : decoded(file, Files.readAllBytes(file));
        } catch (IOException e) {
            return leftOut(ImportProblem.unreadable(file, e));
        }
    }

    private static ImportedFile decoded(Path file, byte[] bytes) {
        var marked = markedCharset(bytes);
        var charset = marked.orElse(StandardCharsets.UTF_8);
        var text = decode(bytes, charset);
        if (text.isEmpty() && (marked.isPresent() || isBinary(bytes))) {
            return leftOut(new ImportProblem(
                    file,
                    Kind.BINARY,
                    marked.map(mark -> "it is not the " + mark + " that it begins as")
                            .orElse("it holds bytes that no text has")));
        }
        return text.isPresent() ? read(file, text.get(), charset) : western(file, bytes);
    }

    private static ImportedFile read(Path file, String text, Charset charset) {
        var plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (plain.indexOf('\0') >= 0) {
            return leftOut(new ImportProblem(file, Kind.BINARY, "it holds bytes that no text has"));
        }
        return new ImportedFile(
                Optional.of(plain),
                charset.equals(StandardCharsets.UTF_8)
                        ? List.of()
                        : List.of(new ImportProblem(file, Kind.ENCODING, "read as " + charset)));
    }

    private static ImportedFile western(Path file, byte[] bytes) {
        return decode(bytes, WESTERN)
                .map(text -> new ImportedFile(
                        Optional.of(text),
                        List.of(new ImportProblem(file, Kind.ENCODING, "not UTF-8, read as " + WESTERN))))
                .orElseGet(() ->
                        leftOut(new ImportProblem(file, Kind.BINARY, "it is neither UTF-8, UTF-16 nor " + WESTERN)));
    }

    /// The encoding that a byte order mark at the beginning tells.
    private static Optional<Charset> markedCharset(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(bytes, 0xfe, 0xff) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether bytes that are no UTF-8 are no text in another encoding either.
    private static boolean isBinary(byte[] bytes) {
        int odd = 0;
        for (byte next : bytes) {
            if (next == 0) {
                return true;
            }
            odd += next >= 0 && next < ' ' && !Character.isWhitespace(next) && next != ESCAPE ? 1 : 0;
        }
        return odd * 10L > bytes.length;
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// The problem of a file that is longer than a text may be.
    static ImportProblem tooLarge(Path file, long size) {
        return new ImportProblem(
                file, Kind.TOO_LARGE, "%,d bytes; a text may have %,d".formatted(size, PlainText.MOST_BYTES));
    }

    /// Whether there is no text because it would be too long.
    boolean isTooLarge() {
        return text.isEmpty() && problems.stream().anyMatch(problem -> problem.kind() == Kind.TOO_LARGE);
    }

    private static ImportedFile leftOut(ImportProblem problem) {
        return new ImportedFile(Optional.empty(), List.of(problem));
    }
}
