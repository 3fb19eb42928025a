package tidemark.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tidemark.build.wrong.Circle;

/// The freedom of cycles among the files of one package, where rules on packages see nothing.
@NullMarked
final class FileCyclesTest {
    @Test
    void noFilesOfAPackageFormACycle() {
        var program = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("tidemark");
        assertThat(cycles(program)).isEmpty();
    }

    @Test
    void aCycleIsSeen() {
        var wrong = new ClassFileImporter().importPackagesOf(Circle.class);
        assertThat(cycles(wrong)).containsExactly("tidemark.build.wrong.Circle, tidemark.build.wrong.OtherHalf");
    }

    private static List<String> cycles(JavaClasses classes) {
        var arrows = arrows(classes);
        var seen = new HashSet<String>();
        var cycles = new ArrayList<String>();
        for (var file : arrows.keySet()) {
            var cycle = new TreeSet<>(reached(file, arrows));
            cycle.removeIf(other -> !reached(other, arrows).contains(file));
            if (!cycle.isEmpty() && seen.addAll(cycle)) {
                cycles.add(String.join(", ", cycle));
            }
        }
        return cycles;
    }

    private static Set<String> reached(String from, Map<String, Set<String>> arrows) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(arrows.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (reached.add(next)) {
                open.addAll(arrows.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /// From each file to the files of its package that it uses.
    private static Map<String, Set<String>> arrows(JavaClasses classes) {
        var arrows = new TreeMap<String, Set<String>>();
        for (var from : classes) {
            var used = from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(to -> to.getPackageName().equals(from.getPackageName()))
                    .filter(to -> !isCase(from, to))
                    .map(FileCyclesTest::file)
                    .filter(to -> !to.equals(file(from)))
                    .collect(Collectors.toCollection(TreeSet::new));
            arrows.merge(file(from), used, (all, more) -> {
                all.addAll(more);
                return all;
            });
        }
        return arrows;
    }

    /// A sealed type names its cases, and each of them names the type: one idea in several files.
    private static boolean isCase(JavaClass type, JavaClass other) {
        return outermost(type).reflect().isSealed()
                && outermost(other).isAssignableTo(outermost(type).getName());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(FileCyclesTest::outermost).orElse(type);
    }

    private static String file(JavaClass type) {
        return outermost(type).getName();
    }
}
