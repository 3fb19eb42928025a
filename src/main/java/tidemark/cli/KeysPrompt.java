package tidemark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tidemark.app.App;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.Remotes;
import tidemark.app.remotes.ServerRemote;
import tidemark.problem.Problem;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException.Denied;

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

        private String noun() {
            return "The " + name.toLowerCase(Locale.ROOT) + " and the " + secret.toLowerCase(Locale.ROOT);
        }

        private String variables() {
            return nameVariable + " and " + secretVariable;
        }
    }

    private final Terminal terminal;
    private final Labels labels;

    KeysPrompt(Terminal terminal, Labels labels) {
        this.terminal = terminal;
        this.labels = labels;
    }

    /// Makes this server the remote, with the first of these keys: those in the environment, those given
    /// now, those that are known. They are tested each time. They are kept only then, and where the person
    /// agreed: what is typed in the keychain, all else in the file only.
    ///
    /// @param inFile whether the person wants them kept in the file
    /// @return a sentence that says where the keys are
    /// @throws tidemark.remote.RemoteException when the server does not accept them; nothing is changed
    /// @throws CommandException when keys that were given cannot be kept; nothing is changed
    String choose(App app, ServerRemote remote, boolean inFile) {
        var remotes = app.remotes();
        var fromEnvironment = remotes.keysFromEnvironment(remote);
        var given = fromEnvironment.isEmpty() ? ask(remotes.knownKeys(remote).isPresent()) : fromEnvironment;
        var keys = given.or(() -> remotes.knownKeys(remote)).orElseThrow(this::unknown);
        remotes.test(remote, keys, _ -> {}).failure().ifPresent(failure -> {
            throw failure;
        });
        if (inFile) {
            remotes.keepKeys(remote, keys, KeyStorage.FILE);
        } else if (fromEnvironment.isEmpty() && given.isPresent()) {
            keepInKeychain(remotes, remote, keys);
        }
        remotes.choose(remote);
        return place(app, remotes.storageOf(remote, keys));
    }

    private void keepInKeychain(Remotes remotes, ServerRemote remote, Credentials keys) {
        try {
            remotes.keepKeys(remote, keys, KeyStorage.KEYCHAIN);
        } catch (Denied e) {
            throw new CommandException(
                    new Problem(
                            e.problem().cause(),
                            "Nothing was changed. The server accepts them, but the next command would not know them.",
                            "Add --keys-in-file to keep them in a file that only you may read; or set "
                                    + labels.variables() + " for each command."),
                    ExitCode.DENIED);
        }
    }

    private String place(App app, KeyStorage storage) {
        return switch (storage) {
            case KEYCHAIN -> labels.noun() + " are in this computer's keychain.";
            case FILE -> labels.noun() + " are in " + app.folder().keys() + ", which only you may read.";
            case THIS_RUN ->
                labels.noun() + " are kept nowhere: every command that syncs, the next `tidemark sync` too, needs "
                        + labels.variables() + ". With --keys-in-file they are kept in a file that only you may read.";
        };
    }

    /// The keys that are given now; empty when the known ones are to be taken.
    private Optional<Credentials> ask(boolean areKnown) {
        var console = Optional.ofNullable(System.console()).filter(_ -> terminal.interactive());
        if (console.isEmpty()) {
            return readLines(terminal.in());
        }
        var name = Optional.ofNullable(
                        console.get().readLine("%s%s: ", labels.name, areKnown ? " (Enter for the known one)" : ""))
                .orElse("");
        if (areKnown && name.isBlank()) {
            return Optional.empty();
        }
        var secret = Optional.ofNullable(console.get().readPassword("%s: ", labels.secret))
                .orElse(new char[0]);
        var keys = credentials(name, new String(secret));
        Arrays.fill(secret, ' ');
        return Optional.of(keys);
    }

    private Optional<Credentials> readLines(InputStream in) {
        try {
            var lines = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(credentials(lines.getFirst(), lines.size() < 2 ? "" : lines.get(1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The credentials as typed. Blanks around a password belong to it; those around a key came along with
    /// a copy.
    private Credentials credentials(String name, String secret) {
        if (name.isBlank() || secret.isBlank()) {
            throw unknown();
        }
        return Credentials.of(name.strip(), labels == Labels.PASSWORD ? secret : secret.strip());
    }

    private CommandException unknown() {
        return new CommandException(
                new Problem(
                        labels.noun() + " are not known.",
                        "Nothing was changed.",
                        "Set " + labels.variables() + ", or give each on a line of stdin."),
                ExitCode.DENIED);
    }
}
