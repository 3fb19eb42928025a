package tidemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tidemark.problem.Count;

/// The name of a file to read a text from; `-` is stdin.
record TextSource(String name) {
    private static final String STDIN = "-";

    /// More than any text may have. A longer file is refused without reading it to its end.
    private static final int MAX_BYTES = 16 << 20;

    /// Reads the text and normalises its line ends to line feeds.
    ///
    /// @throws CommandException when the file cannot be read, is not UTF-8, or is too long
    String read(Terminal terminal) {
        try {
            return name.equals(STDIN) ? text(terminal.in()) : file();
        } catch (NoSuchFileException e) {
            throw CommandException.unreadable(name, "it does not exist");
        } catch (AccessDeniedException e) {
            throw CommandException.unreadable(name, "there is no permission to read it");
        } catch (CharacterCodingException e) {
            throw CommandException.unreadable(name, "it is not in UTF-8");
        } catch (IOException e) {
            throw CommandException.unreadable(name, String.valueOf(e.getMessage()));
        }
    }

    private String file() throws IOException {
        try (var in = Files.newInputStream(Path.of(name))) {
            return text(in);
        }
    }

    private String text(InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw CommandException.unreadable(name, "it has more than " + Count.of(MAX_BYTES, "byte"));
        }
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        var unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }
}
