package tidemark.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tidemark.app.remotes.FolderRemote;

/// The `remote set` group: one command for each kind of remote.
@Command(name = "set", description = "Set the remote; it is made where it does not exist.")
final class RemoteSetCommands {
    private final Session session;

    RemoteSetCommands(Session session) {
        this.session = session;
    }

    @Command(name = "folder", description = "A plain folder, such as one on a disk that is carried along.")
    int folder(
            @Parameters(
                            paramLabel = "DIR",
                            description = "The folder; the library lies in a folder inside that is named after --user.")
                    Path folder,
            @Mixin UserOption user) {
        var remote = new FolderRemote(folder.toAbsolutePath().normalize(), user.id());
        return session.inLibrary(app -> {
            app.remotes().choose(remote);
            return RemoteCommands.Shown.of(app);
        });
    }
}
