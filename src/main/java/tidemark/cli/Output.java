package tidemark.cli;

import java.util.List;
import tidemark.problem.Problem;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The output of a command: text for people, or JSON for programs.
final class Output {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writer();
    private static final ObjectWriter LINE = JsonMapper.builder().build().writer();

    /// A failure as a JSON document.
    private record Failure(Problem error) {}

    private final Terminal terminal;
    private final Tidemark options;

    Output(Terminal terminal, Tidemark options) {
        this.terminal = terminal;
        this.options = options;
    }

    /// Prints the one report of a command and returns its exit code.
    int report(Report report) {
        terminal.out().println(options.json() ? JSON.writeValueAsString(report) : printable(report.text()));
        return report.exitCode().number();
    }

    /// Prints one of many reports, on a line of its own.
    void line(Report report, String words) {
        terminal.out().println(options.json() ? LINE.writeValueAsString(report) : printable(words));
    }

    /// Prints a message beside the report, on stderr.
    void message(String text) {
        terminal.err().println(printable(text));
    }

    int failure(Problem problem, ExitCode code) {
        return options.json() ? failureInJson(problem, code) : failureInWords(problem, code);
    }

    /// Prints a usage error and returns its code. The option that asks for JSON is looked for in the arguments, because
    /// parsing may have failed before it.
    int wrongUsage(Problem problem, List<String> arguments) {
        return arguments.contains(Tidemark.JSON)
                ? failureInJson(problem, ExitCode.USAGE)
                : failureInWords(problem, ExitCode.USAGE);
    }

    private int failureInJson(Problem problem, ExitCode code) {
        terminal.out().println(JSON.writeValueAsString(new Failure(problem)));
        return failureInWords(problem, code);
    }

    private int failureInWords(Problem problem, ExitCode code) {
        message(problem.cause());
        message(problem.effect());
        message(problem.remedy());
        return code.number();
    }

    /// The text without control characters: it may come from other devices and from files, and must not control the
    /// terminal that shows it.
    private static String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) && point != '\n' && point != '\t' ? '\ufffd' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
