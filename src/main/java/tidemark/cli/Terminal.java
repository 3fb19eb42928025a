package tidemark.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The standard streams of a command.
///
/// @param out for the report, and nothing else
/// @param err for messages
/// @param interactive whether a person reads the output
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {
    /// The process's own streams. Output into a file or another program is UTF-8, whatever the system's locale is.
    public static Terminal system() {
        var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        var charset = console.map(Console::charset).orElse(StandardCharsets.UTF_8);
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                stream(FileDescriptor.out, charset),
                stream(FileDescriptor.err, charset),
                console.isPresent());
    }

    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }
}
