package tidemark.cli;

import java.util.List;
import tidemark.problem.Problem;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Says what came of a command: to people, or as JSON to programs.
final class Output {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writer();
    private static final ObjectWriter LINE = JsonMapper.builder().build().writer();

    private record Failure(Problem error) {}

    private final Terminal terminal;
    private final Tidemark options;

    Output(Terminal terminal, Tidemark options) {
        this.terminal = terminal;
        this.options = options;
    }

    /// The one answer of a command.
    int report(Report report) {
        terminal.out().println(options.json() ? JSON.writeValueAsString(report) : printable(report.text()));
        return report.exitCode().number();
    }

    /// One of many answers: a line of its own.
    void line(Report report, String words) {
        terminal.out().println(options.json() ? LINE.writeValueAsString(report) : printable(words));
    }

    /// Something to know beside the answer.
    void message(String text) {
        terminal.err().println(printable(text));
    }

    int failure(Problem problem, ExitCode code) {
        return options.json() ? failureInJson(problem, code) : failureInWords(problem, code);
    }

    /// What makes no sense may end before the option that asks for JSON.
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

    /// Texts come from other devices and from files: none may steer the terminal that shows it.
    private static String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) && point != '\n' && point != '\t' ? '\ufffd' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
