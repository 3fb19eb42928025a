package tidemark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The `help` command: says how a command is used, as `--help` behind it does.
@Command(name = "help", description = "Say how a command is used, as its --help does.")
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, such as `remote set s3`.")
    private List<String> names = new ArrayList<>();

    @Override
    public Integer call() {
        var command = spec.parent();
        for (var name : names) {
            var inner = command.subcommands().get(name);
            if (inner == null) {
                throw new ParameterException(
                        command.commandLine(), "'" + name + "' is no command of `" + command.qualifiedName() + "`");
            }
            command = inner.getCommandSpec();
        }
        command.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE.number();
    }
}
