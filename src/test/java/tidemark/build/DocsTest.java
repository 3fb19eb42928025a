package tidemark.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The words on the source: every public thing is named in a doc, and no doc begins by circling around its subject.
@NullMarked
final class DocsTest {
    private static final Path PROGRAM = Path.of("src/main/java");
    private static final Pattern CIRCLING = Pattern.compile("(What|Does so|The same)\\b.*", Pattern.DOTALL);

    /// A class in the documents: in code, by its name alone or below a package, as `sync.log.RemoteLog`. A name without
    /// a small letter is a constant or a variable of the environment.
    private static final Pattern CLASS = Pattern.compile("`((?:[a-z0-9]+\\.)*)([A-Z](?=[A-Z0-9]*[a-z])[A-Za-z0-9]+)`");

    private record Described(String place, boolean isPublic, String doc) {}

    @Test
    void everythingPublicIsDescribed() throws IOException {
        assertThat(described())
                .hasSizeGreaterThan(1000)
                .filteredOn(thing -> thing.isPublic() && thing.doc().isEmpty())
                .extracting(Described::place)
                .isEmpty();
    }

    @Test
    void noDescriptionCirclesAroundItsSubject() throws IOException {
        assertThat(described())
                .filteredOn(thing -> isCircling(thing.doc()))
                .extracting(Described::place)
                .isEmpty();
    }

    @Test
    void suchADescriptionIsSeen() {
        assertThat(isCircling("What a batch does.")).isTrue();
        assertThat(isCircling("Does so now.")).isTrue();
        assertThat(isCircling("A batch. What it does:")).isFalse();
    }

    private static boolean isCircling(String doc) {
        return CIRCLING.matcher(doc).matches();
    }

    @Test
    void theDocumentsNameClassesThatExist() throws IOException {
        var known = classes();
        var unknown = new TreeSet<String>();
        var named = 0;
        for (var page : pages()) {
            var match = CLASS.matcher(Files.readString(page));
            while (match.find()) {
                named++;
                if (!isKnown(match.group(1), match.group(2), known)) {
                    unknown.add(page + ": " + match.group());
                }
            }
        }
        assertThat(named).isGreaterThan(50);
        assertThat(unknown).isEmpty();
    }

    private static boolean isKnown(String below, String name, Set<String> known) {
        return below.isEmpty()
                ? known.stream().anyMatch(type -> type.endsWith("." + name))
                : known.contains("tidemark." + below + name);
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(Path.of("src/docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Set<String> classes() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> file.subpath(3, file.getNameCount()).toString())
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .map(file -> file.replace('/', '.').replace('\\', '.'))
                    .collect(Collectors.toSet());
        }
    }

    private static List<Described> described() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null);
                var walk = Files.walk(PROGRAM)) {
            var files = walk.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            var scan = new Scan(Trees.instance(task));
            for (var unit : task.parse()) {
                scan.scan(new TreePath(unit), null);
            }
            return scan.found;
        }
    }

    /// Collects types and methods; an accessor of a record is described with it, an overriding method where it was
    /// declared.
    private static final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private final List<Described> found = new ArrayList<>();

        Scan(Trees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (!type.getSimpleName().isEmpty()) {
                add(type, type.getModifiers(), type.getSimpleName().toString());
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (!isOverriding(method.getModifiers()) && !isCompact(method)) {
                add(method, method.getModifiers(), method.getName().toString());
            }
            return super.visitMethod(method, null);
        }

        /// Whether this is a record's compact constructor: its source has no parameters, though its tree does.
        private boolean isCompact(MethodTree method) {
            return method.getReturnType() == null
                    && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
                    && !source(method).split("\\{", 2)[0].contains("(");
        }

        private String source(Tree tree) {
            var unit = getCurrentPath().getCompilationUnit();
            var positions = trees.getSourcePositions();
            var start = (int) positions.getStartPosition(unit, tree);
            var end = (int) positions.getEndPosition(unit, tree);
            try {
                return unit.getSourceFile()
                        .getCharContent(true)
                        .subSequence(start, end)
                        .toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean isOverriding(ModifiersTree modifiers) {
            return modifiers.getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }

        private void add(Tree tree, ModifiersTree modifiers, String name) {
            var unit = getCurrentPath().getCompilationUnit();
            var isPublic = modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED);
            var doc = Optional.ofNullable(trees.getDocComment(getCurrentPath())).orElse("");
            found.add(new Described(place(unit, tree) + " " + name, isPublic, doc.strip()));
        }

        private String place(CompilationUnitTree unit, Tree tree) {
            var position = trees.getSourcePositions().getStartPosition(unit, tree);
            return PROGRAM.toAbsolutePath()
                            .relativize(Path.of(unit.getSourceFile().toUri()).toAbsolutePath()) + ":"
                    + unit.getLineMap().getLineNumber(position);
        }
    }
}
