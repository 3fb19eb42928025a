package tidemark.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.RemoteSettings;

/// The `remote set` group: one command for each kind of remote.
@Command(name = "set", description = "Set the remote; it is made where it does not exist.")
final class RemoteSetCommands {
    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RemoteSetCommands(Session session) {
        this.session = session;
    }

    @Command(name = "folder", description = "A plain folder, such as one on a disk that is carried along.")
    int folder(
            @Parameters(
                            paramLabel = "DIR",
                            description = "The folder; the library lies in a folder inside that is named after --user.")
                    Path folder,
            @Option(
                            names = "--user",
                            paramLabel = "ID",
                            defaultValue = RemoteSettings.DEFAULT_USER,
                            description = "Whose library it is: a-z, 0-9, '.', '_', '-' (default: ${DEFAULT-VALUE}).")
                    String user) {
        if (!RemoteSettings.isUser(user)) {
            throw new ParameterException(
                    spec.subcommands().get("folder"), "'" + user + "' is no user: a-z, 0-9, '.', '_', '-' only");
        }
        var remote = new FolderRemote(folder.toAbsolutePath().normalize(), user);
        return session.inLibrary(app -> {
            app.remotes().choose(remote);
            return RemoteCommands.Shown.of(app);
        });
    }
}
