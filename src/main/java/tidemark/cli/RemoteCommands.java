package tidemark.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import tidemark.app.App;
import tidemark.app.RemoteSettings;

/// The storage that the library is kept the same through.
@Command(name = "remote", description = "The storage that the library is kept the same through.")
final class RemoteCommands {
    /// @param remote where it is, in words
    record Shown(Optional<String> remote, Optional<String> user) implements Report {
        static Shown of(App app) {
            return new Shown(app.remotes().describe(), app.remotes().current().map(RemoteSettings::user));
        }

        @Override
        public String text() {
            return remote.map(place -> "The remote is " + place + ".").orElse("No remote is set.");
        }
    }

    private final Session session;

    RemoteCommands(Session session) {
        this.session = session;
    }

    @Command(name = "show", description = "Say which remote is set.")
    int show() {
        return session.inLibrary(Shown::of);
    }

    @Command(name = "unset", description = "Go on without a remote; what lies there stays.")
    int unset() {
        return session.inLibrary(app -> {
            app.remotes().forget();
            return Shown.of(app);
        });
    }
}
