package tidemark.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bounds of files and methods; what outgrows them is a missing concept.
@NullMarked
final class SizesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 30;
    private static final int LONGEST_ROOT = 200;
    private static final int LARGEST_PACKAGE = 40;
    private static final Path PROGRAM = Path.of("src/main/java");

    @Test
    void noFileOutgrowsItsBound() throws IOException {
        var tooLong = new ArrayList<String>();
        for (var file : sources()) {
            try (var lines = Files.lines(file)) {
                var count = lines.count();
                if (count > LONGEST_FILE) {
                    tooLong.add(file + ": " + count + " lines");
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /// Where everything comes together, every new idea would like to join.
    @ParameterizedTest
    @ValueSource(strings = {"sync/SyncEngine", "sync/SyncService", "app/App", "app/AppCore"})
    void theRootsStayThin(String root) throws IOException {
        try (var lines = Files.lines(PROGRAM.resolve("tidemark/" + root + ".java"))) {
            assertThat(lines.count()).isLessThanOrEqualTo(LONGEST_ROOT);
        }
    }

    /// A command line is a list of commands, one file each; any other package past this is several rooms in one.
    @Test
    void noPackageOutgrowsItsBound() throws IOException {
        var files = sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        files.remove(PROGRAM.resolve("tidemark/cli"));
        assertThat(files)
                .hasSizeGreaterThan(20)
                .allSatisfy((folder, count) ->
                        assertThat(count).as(folder.toString()).isLessThanOrEqualTo(LARGEST_PACKAGE));
    }

    @Test
    void noMethodOutgrowsItsBound() throws IOException {
        var tooLong = methods().entrySet().stream()
                .filter(method -> method.getValue() > LONGEST_METHOD)
                .map(method -> method.getKey() + ": " + method.getValue() + " lines")
                .toList();
        assertThat(tooLong).isEmpty();
    }

    @Test
    void theMedianMethodIsShort() throws IOException {
        var lengths = methods().values().stream().sorted().toList();
        assertThat(lengths).hasSizeGreaterThan(100);
        assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(5);
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(PROGRAM)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /// The lines of each method's body, its braces left out.
    private static Map<String, Long> methods() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var files = manager.getJavaFileObjectsFromPaths(sources());
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, files);
            var scan = new Scan(Trees.instance(task));
            for (var unit : task.parse()) {
                scan.scan(unit, unit);
            }
            return scan.lengths.stream().collect(Collectors.toMap(Length::where, Length::lines, Math::max));
        }
    }

    private record Length(String where, long lines) {}

    private static final class Scan extends TreeScanner<@Nullable Void, CompilationUnitTree> {
        private final Trees trees;
        private final List<Length> lengths = new ArrayList<>();

        Scan(Trees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            if (method.getBody() != null) {
                var positions = trees.getSourcePositions();
                var lines = unit.getLineMap();
                var first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                var last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                var name = unit.getSourceFile().getName() + ":" + first + " " + method.getName();
                lengths.add(new Length(name, last - first - 1));
            }
            return super.visitMethod(method, unit);
        }
    }
}
