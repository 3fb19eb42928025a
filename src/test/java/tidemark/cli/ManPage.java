package tidemark.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tidemark.app.base.LibraryFolder;

/// The manual page of `tidemark`, from the commands as they are declared.
public final class ManPage {
    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /// The page as troff source.
    public static String text() {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var terminal = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false);
        var environment = new CliEnvironment(
                terminal,
                new LibraryFolder(Path.of("library")),
                folder -> {
                    throw new IllegalStateException("a page opens no library: " + folder);
                },
                (folder, _) -> {
                    throw new IllegalStateException("a page rebuilds no library: " + folder);
                },
                (_, _) -> false);
        return new ManPage().page(Commands.commandLine(environment));
    }

    private String page(CommandLine line) {
        page.append(".TH TIDEMARK 1 \"\" Tidemark \"User Commands\"\n");
        section("NAME", "tidemark \\- " + words(line.getCommandSpec()));
        section("SYNOPSIS", ".B tidemark\n[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR]");
        section("DESCRIPTION", "Without a command, Tidemark opens its window.");
        page.append(".SH OPTIONS\n");
        options(line.getCommandSpec());
        page.append(".SH COMMANDS\n");
        line.getSubcommands().values().forEach(this::command);
        section("EXIT STATUS", statuses(line.getCommandSpec()));
        section("FILES", ".I ~/.local/share/tidemark\n.br\nThe library: database, attachments, backups and logs.");
        return page.toString();
    }

    private void section(String name, String text) {
        page.append(".SH ").append(name).append('\n').append(text).append('\n');
    }

    private void command(CommandLine line) {
        var spec = line.getCommandSpec();
        page.append(".SS \"").append(escaped(spec.qualifiedName().strip())).append("\"\n");
        page.append(words(spec)).append('\n');
        spec.positionalParameters().forEach(parameter -> entry(parameter.paramLabel(), parameter));
        options(spec);
        line.getSubcommands().values().forEach(this::command);
    }

    private void options(CommandSpec spec) {
        spec.options().stream()
                .filter(option -> !option.hidden() && !option.inherited())
                .forEach(option -> entry(names(option), option));
    }

    private static String names(OptionSpec option) {
        var names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private void entry(String term, ArgSpec argument) {
        page.append(".TP\n\\fB").append(escaped(term)).append("\\fR\n");
        page.append(escaped(String.join(" ", argument.description()))).append('\n');
    }

    private static String words(CommandSpec spec) {
        return escaped(String.join(" ", spec.usageMessage().description()));
    }

    /// The exit codes as the help says them: a number and its meaning.
    private static String statuses(CommandSpec spec) {
        return Stream.of(spec.usageMessage().footer())
                .map(line -> line.strip().split(" +", 2))
                .map(parts -> ".TP\n" + parts[0] + "\n" + escaped(parts[1]))
                .collect(Collectors.joining("\n"));
    }

    /// A text in which troff finds no commands of its own.
    private static String escaped(String text) {
        var escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("%n", " ");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
