package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// The words that every command understands, and those that none does.
final class EveryCommandTest {
    private static final String NONSENSE = "nonsense";

    @TempDir
    Path folder;

    /// A command by the words that call it.
    record Named(String words, CommandLine command) {
        boolean isGroup() {
            return !command.getSubcommands().isEmpty();
        }

        boolean takesWords() {
            return !command.getCommandSpec().positionalParameters().isEmpty();
        }

        String[] with(String... more) {
            var all = new ArrayList<String>(words.isEmpty() ? List.of() : List.of(words.split(" ")));
            all.addAll(List.of(more));
            return all.toArray(String[]::new);
        }

        @Override
        public String toString() {
            return words.isEmpty() ? "tidemark" : words;
        }
    }

    static Stream<Named> commands() {
        var none = new ByteArrayOutputStream();
        var root = Commands.commandLine(new Shell(Path.of("none")).cliEnvironment(none, none));
        return Stream.concat(Stream.of(new Named("", root)), inside("", root));
    }

    private static Stream<Named> inside(String words, CommandLine command) {
        return command.getSubcommands().entrySet().stream().flatMap(entry -> {
            var inner = new Named((words + " " + entry.getKey()).strip(), entry.getValue());
            return Stream.concat(Stream.of(inner), inside(inner.words(), entry.getValue()));
        });
    }

    private Shell.Answer run(String... words) {
        return new Shell(folder.resolve("laptop")).plain(words);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysHowItIsUsedInOneWayOrTheOther(Named named) {
        var answer = run(named.with("--help"));
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("Usage: tidemark " + named.words(), "--library", "Exit codes:");
        var asked = Stream.concat(Stream.of("help"), Stream.of(named.with())).toArray(String[]::new);
        assertThat(run(asked)).isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void refusesAnOptionThatItDoesNotKnow(Named named) {
        assertThat(run(named.with("--" + NONSENSE)).code()).isEqualTo(2);
        isWrong(run(named.with("--" + NONSENSE, "--help")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void refusesAWordThatItDoesNotKnowAlsoBesideHelp(Named named) {
        if (!named.takesWords()) {
            assertThat(run(named.with(NONSENSE)).code()).isEqualTo(2);
            isWrong(run(named.with(NONSENSE, "--help")));
            isWrong(run(named.with("--help", NONSENSE)));
        }
        if (named.isGroup()) {
            isWrong(run(Stream.concat(Stream.of("help"), Stream.of(named.with(NONSENSE)))
                    .toArray(String[]::new)));
        }
    }

    private static void isWrong(Shell.Answer answer) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(NONSENSE, "Nothing was done.", "--help` says how it is used");
    }
}
