package tidemark.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import tidemark.conflict.ConflictPolicy;
import tidemark.library.records.Status;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// The composition of all commands, and the one place where their failures become messages and exit codes.
public final class Commands {
    private final Terminal terminal;
    private final Session session;
    private final CommandLine commandLine;

    private Commands(CliEnvironment environment) {
        var options = new Tidemark(environment);
        this.terminal = environment.terminal();
        this.session = new Session(environment, options);
        this.commandLine = new CommandLine(options)
                .addSubcommand(new HelpCommand())
                .addSubcommand(new InitCommand(session))
                .addSubcommand(new CommandLine(new RemoteCommands(session))
                        .addSubcommand(new CommandLine(new RemoteSetCommands(session))
                                .addSubcommand(new BucketCommand(session))
                                .addSubcommand(new WebDavCommand(session)))
                        .addSubcommand(new WentBackCommand(session))
                        .addSubcommand(new SkipUnreadableCommand(session)))
                .addSubcommand(new SyncCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new WatchCommand(session))
                .addSubcommand(new ProjectCommands(session))
                .addSubcommand(new NoteCommands(session))
                .addSubcommand(
                        new CommandLine(new FileCommands(session)).addSubcommand(new FileSettingsCommand(session)))
                .addSubcommand(new TrashCommands(session))
                .addSubcommand(new ConflictsCommand(session))
                .addSubcommand(new ResolveCommand(session))
                .addSubcommand(new ImportCommand(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new DevicesCommand(session))
                .addSubcommand(new BackupCommand(session))
                .addSubcommand(new RestoreCommand(session))
                .addSubcommand(new RebuildCommand(session))
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(new CommandLine(new HistoryCommands()).addSubcommand(new EmptyHistoryCommand(session)));
    }

    /// Runs a command line and returns its exit code (see [ExitCode]).
    public static int run(CliEnvironment environment, String... arguments) {
        return new Commands(environment).run(arguments);
    }

    /// The declared commands, for the manual page.
    static CommandLine commandLine(CliEnvironment environment) {
        return new Commands(environment).commandLine;
    }

    private int run(String... arguments) {
        return commandLine
                .registerConverter(Status.class, Commands::status)
                .registerConverter(ConflictPolicy.class, Commands::policy)
                .registerConverter(Pinnable.class, Commands::pinnable)
                .registerConverter(ByteLimit.class, Commands::limit)
                .registerConverter(LocalDate.class, Commands::day)
                .registerConverter(Path.class, Commands::path)
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setColorScheme(Help.defaultColorScheme(terminal.interactive() ? Help.Ansi.AUTO : Help.Ansi.OFF))
                .setExecutionStrategy(Commands::runUnlessUnmatched)
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure))
                .execute(arguments);
    }

    /// Runs the command. Where a word is none of its command's, asking for help as well does not hide that.
    private static int runUnlessUnmatched(ParseResult parsed) {
        for (var level = parsed; ; level = level.subcommand()) {
            if (!level.unmatched().isEmpty()) {
                throw new UnmatchedArgumentException(level.commandSpec().commandLine(), level.unmatched());
            }
            if (!level.hasSubcommand()) {
                return new RunLast().execute(parsed);
            }
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private static Status status(String text) {
        return Status.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + Status.CHOICES.stream().map(Status::text).toList()));
    }

    private static ConflictPolicy policy(String text) {
        return ConflictPolicy.of(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + Stream.of(ConflictPolicy.values())
                                .map(ConflictPolicy::code)
                                .toList()));
    }

    private static Pinnable pinnable(String text) {
        return Stream.of(Pinnable.values())
                .filter(kind -> kind.toString().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is none of " + List.of(Pinnable.values())));
    }

    private static ByteLimit limit(String text) {
        return ByteLimit.of(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no size as in 10M, and not none"));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no day as in 2026-12-24");
        }
    }

    /// Refuses an empty path: it would mean the working folder, and is what a script with an unset variable passes.
    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("'" + text + "' is no path; . is the folder that you are in");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' is no path: " + e.getReason());
        }
    }

    private int wrongUsage(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine().getCommandSpec().qualifiedName();
        var problem = new Problem(
                String.valueOf(failure.getMessage()),
                "Nothing was done.",
                "`" + command + " --help` says how it is used.");
        UnmatchedArgumentException.printSuggestions(failure, commandLine.getErr());
        commandLine.getErr().flush();
        return session.output().wrongUsage(problem, List.of(arguments));
    }

    private int failed(Exception failure) {
        return switch (failure) {
            case CommandException known -> session.output().failure(known.problem(), known.exitCode());
            case TidemarkException known -> {
                log().warn("A command failed", known);
                yield session.output().failure(known.problem(), ExitCode.of(known));
            }
            default -> {
                log().error("A command met an error that it does not know", failure);
                yield session.output().failure(unexpected(failure), ExitCode.FAILED);
            }
        };
    }

    private static Problem unexpected(Exception failure) {
        return new Problem(
                "Tidemark met an error that it does not know: " + failure + ".",
                "The command was not finished; what it had saved before is kept.",
                "Try again; if it happens again, look into the log in the library's folder.");
    }

    /// The logger, made only when needed: a command that succeeds logs nothing of its own.
    private static Logger log() {
        return LoggerFactory.getLogger(Commands.class);
    }
}
