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

/// A file read as text, with the problems found; the text is empty when the file was left out.
record ImportedFile(Optional<String> text, List<ImportProblem> problems) {
    /// The most bytes that are read. UTF-16 has two bytes for each letter that has one in UTF-8.
    private static final int MOST_BYTES = 2 * PlainText.MOST_BYTES + 2;

    private static final int LOOKED_AT = 8192;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    static ImportedFile read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return leftOut(new ImportProblem(file, Kind.UNREADABLE, "not a file")); // others may never end
            }
            var size = Files.size(file);
            return size > MOST_BYTES ? tooLarge(file, size) : decoded(file, Files.readAllBytes(file));
        } catch (IOException e) {
            return leftOut(ImportProblem.unreadable(file, e));
        }
    }

    private static ImportedFile decoded(Path file, byte[] bytes) {
        var marked = markedCharset(bytes);
        if (marked.isEmpty() && isBinary(bytes)) {
            return leftOut(new ImportProblem(file, Kind.BINARY, "it holds bytes that no text has"));
        }
        var strict = decode(bytes, marked.orElse(StandardCharsets.UTF_8));
        var text = plain(strict.orElseGet(() -> new String(bytes, marked.orElse(WESTERN))));
        if (PlainText.bytes(text) > PlainText.MOST_BYTES) {
            return tooLarge(file, bytes.length);
        }
        if (strict.isPresent() && marked.filter(StandardCharsets.UTF_8::equals).isEmpty() && marked.isPresent()) {
            return new ImportedFile(
                    Optional.of(text), List.of(new ImportProblem(file, Kind.ENCODING, "read as " + marked.get())));
        }
        return strict.isPresent()
                ? new ImportedFile(Optional.of(text), List.of())
                : new ImportedFile(
                        Optional.of(text),
                        List.of(new ImportProblem(
                                file, Kind.ENCODING, "not UTF-8, read as " + marked.orElse(WESTERN))));
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

    private static boolean isBinary(byte[] bytes) {
        int looked = Math.min(bytes.length, LOOKED_AT);
        int odd = 0;
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                return true;
            }
            odd += bytes[i] >= 0 && bytes[i] < ' ' && !Character.isWhitespace(bytes[i]) && bytes[i] != 27 ? 1 : 0;
        }
        return odd * 10 > looked;
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

    /// The text without a byte order mark, with LF as its only line end.
    private static String plain(String text) {
        var unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static ImportedFile tooLarge(Path file, long size) {
        return leftOut(new ImportProblem(
                file, Kind.TOO_LARGE, "%,d bytes; a text may have %,d".formatted(size, PlainText.MOST_BYTES)));
    }

    private static ImportedFile leftOut(ImportProblem problem) {
        return new ImportedFile(Optional.empty(), List.of(problem));
    }
}
