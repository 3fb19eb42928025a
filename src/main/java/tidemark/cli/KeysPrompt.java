package tidemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tidemark.app.App;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.ServerRemote;
import tidemark.problem.Problem;
import tidemark.remote.Credentials;

/// A prompt for the credentials of a server: a person types them unseen, a program gives two lines on stdin.
final class KeysPrompt {
    private static final int MAX_BYTES = 16 * 1024;

    /// The names of the credentials, by the kind of server.
    enum Labels {
        /// Of a bucket.
        KEYS("Access key", "Secret key", "TIDEMARK_ACCESS_KEY", "TIDEMARK_SECRET_KEY"),
        /// Of a WebDAV server.
        PASSWORD("User name", "Password", "TIDEMARK_USERNAME", "TIDEMARK_PASSWORD");

        private final String name;
        private final String secret;
        private final String nameVariable;
        private final String secretVariable;

        Labels(String name, String secret, String nameVariable, String secretVariable) {
            this.name = name;
            this.secret = secret;
            this.nameVariable = nameVariable;
            this.secretVariable = secretVariable;
        }
    }

    private final Terminal terminal;
    private final Labels labels;

    KeysPrompt(Terminal terminal, Labels labels) {
        this.terminal = terminal;
        this.labels = labels;
    }

    /// Makes this server the remote, with credentials that are known or asked for now. They are stored only after the
    /// server was accepted.
    void choose(App app, ServerRemote remote, KeyStorage storage) {
        if (app.remotes().hasKeys(remote)) {
            app.remotes().choose(remote);
            return;
        }
        var keys = ask();
        app.remotes().keepKeys(remote, keys, KeyStorage.THIS_RUN);
        app.remotes().choose(remote);
        app.remotes().keepKeys(remote, keys, storage);
    }

    private Credentials ask() {
        var console = Optional.ofNullable(System.console()).filter(_ -> terminal.interactive());
        if (console.isEmpty()) {
            return readLines(terminal.in());
        }
        var name =
                Optional.ofNullable(console.get().readLine("%s: ", labels.name)).orElse("");
        var secret = Optional.ofNullable(console.get().readPassword("%s: ", labels.secret))
                .orElse(new char[0]);
        var keys = credentials(name, new String(secret));
        Arrays.fill(secret, ' ');
        return keys;
    }

    private Credentials readLines(InputStream in) {
        try {
            var lines = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.size() < 2 ? credentials("", "") : credentials(lines.getFirst(), lines.get(1));
        } catch (IOException e) {
            return credentials("", "");
        }
    }

    /// The credentials as typed. Blanks around a password belong to it; those around a key came along with a copy.
    private Credentials credentials(String name, String secret) {
        if (name.isBlank() || secret.isBlank()) {
            throw new CommandException(
                    new Problem(
                            labels.name + " and " + labels.secret.toLowerCase(Locale.ROOT) + " are not known.",
                            "Nothing was changed.",
                            "Set " + labels.nameVariable + " and " + labels.secretVariable
                                    + ", or give each on a line of stdin."),
                    ExitCode.DENIED);
        }
        return Credentials.of(name.strip(), labels == Labels.PASSWORD ? secret : secret.strip());
    }
}
