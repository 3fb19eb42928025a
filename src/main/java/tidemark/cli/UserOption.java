package tidemark.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tidemark.app.remotes.RemoteSettings;

/// The option that names whose library it is at a place.
final class UserOption {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--user",
            paramLabel = "ID",
            defaultValue = RemoteSettings.DEFAULT_USER,
            description = "Whose library it is there: a-z, 0-9, '.', '_', '-' (default: ${DEFAULT-VALUE}).")
    private String user = RemoteSettings.DEFAULT_USER;

    /// The id of the user.
    String id() {
        if (!RemoteSettings.isUser(user)) {
            throw new ParameterException(spec.commandLine(), "'" + user + "' is no user: a-z, 0-9, '.', '_', '-' only");
        }
        return user;
    }
}
