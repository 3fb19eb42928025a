package tidemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.remote.Credentials;

/// Asks for the keys of a bucket: a person without showing what is typed, another program by two lines on stdin.
final class KeysPrompt {
    private static final int MOST_BYTES = 16 * 1024;

    private final Terminal terminal;

    KeysPrompt(Terminal terminal) {
        this.terminal = terminal;
    }

    Credentials ask() {
        var console = Optional.ofNullable(System.console()).filter(_ -> terminal.interactive());
        if (console.isEmpty()) {
            return lines(terminal.in());
        }
        var name = Optional.ofNullable(console.get().readLine("Access key: ")).orElse("");
        var secret =
                Optional.ofNullable(console.get().readPassword("Secret key: ")).orElse(new char[0]);
        var keys = credentials(name, new String(secret));
        Arrays.fill(secret, ' ');
        return keys;
    }

    private static Credentials lines(InputStream in) {
        try {
            var lines = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.size() < 2 ? credentials("", "") : credentials(lines.getFirst(), lines.get(1));
        } catch (IOException e) {
            return credentials("", "");
        }
    }

    private static Credentials credentials(String name, String secret) {
        if (name.isBlank() || secret.isBlank()) {
            throw new CommandException(
                    new Problem(
                            "The keys of the bucket are not known.",
                            "Nothing was changed.",
                            "Set TIDEMARK_ACCESS_KEY and TIDEMARK_SECRET_KEY, or give each on a line of stdin."),
                    ExitCode.DENIED);
        }
        return Credentials.of(name.strip(), secret.strip());
    }
}
