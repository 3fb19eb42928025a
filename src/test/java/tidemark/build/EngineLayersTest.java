package tidemark.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The layers inside the sync engine, and its face to the outside.
@NullMarked
final class EngineLayersTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tidemark");

    /// Values of lower packages of the engine that are part of what its face says.
    private static final Set<String> FACE_VALUES = Set.of(
            "tidemark.sync.state.SyncContext",
            "tidemark.sync.state.Progress",
            "tidemark.sync.state.Finding",
            "tidemark.sync.state.Pause",
            "tidemark.sync.state.Unsendable",
            "tidemark.sync.format.Device",
            "tidemark.sync.format.CommitMode");

    /// The stack inside the engine, from the face down.
    @ParameterizedTest
    @CsvSource({
        "format, ",
        "state, format",
        "log, state format",
        "apply, log state format",
        "checkpoint, apply log state format"
    })
    void theEngineIsOneStack(String layer, @Nullable String below) {
        var lower = below == null ? Stream.<String>of() : Stream.of(below.split(" "));
        var allowed = Stream.concat(Stream.of(layer), lower).map(name -> "tidemark.sync." + name);
        classes()
                .that()
                .resideInAPackage("tidemark.sync." + layer)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("tidemark.sync..")
                        .or(resideInAnyPackage(allowed.toArray(String[]::new))))
                .check(PROGRAM);
    }

    @Test
    void onlyTheFaceOfTheEngineIsUsedFromOutside() {
        theFaceOnly(FACE_VALUES).check(PROGRAM);
    }

    /// The rule finds the app's use of [tidemark.sync.state.SyncContext] where that is no part of the vocabulary.
    @Test
    void aLookBehindTheFaceIsSeen() {
        assertThat(theFaceOnly(Set.of()).evaluate(PROGRAM).hasViolation()).isTrue();
    }

    private static ArchRule theFaceOnly(Set<String> vocabulary) {
        return classes()
                .that()
                .resideOutsideOfPackage("tidemark.sync..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("tidemark.sync..")
                        .or(resideInAnyPackage("tidemark.sync"))
                        .or(describe("are part of its vocabulary", type -> vocabulary.contains(outermost(type)))));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(EngineLayersTest::outermost).orElse(type.getName());
    }
}
