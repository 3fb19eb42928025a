package tidemark.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidemark.build.wrong.Wrong;

/// The rules of the layers: dependencies point down only and form no cycle, and each thing from outside the program
/// enters in one place.
final class LayersTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tidemark");

    /// The packages of the composition root and the entry of the program, which make clocks, randomness and threads.
    private static final String[] ROOTS = {"tidemark", "tidemark.app.."};

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    @ParameterizedTest
    @CsvSource({
        "problem, ",
        "schema, ",
        "merge, schema",
        "remote, problem",
        "db, schema problem",
        "files, db remote schema problem",
        "conflict, db merge schema problem",
        "library, conflict db merge schema problem",
        "sync, conflict db merge remote schema problem",
        "app, files library sync conflict db merge remote schema problem",
        "ui, files app library sync conflict db merge remote schema problem",
        "cli, files app library sync conflict db merge remote schema problem",
        "api, files app library sync conflict db merge remote schema problem"
    })
    void arrowsPointDownOnly(String layer, @Nullable String below) {
        hold(arrows(layer, below == null ? new String[0] : below.split(" ")));
    }

    @Test
    void anArrowThatIsNotAllowedIsSeen() {
        assertThat(arrows("db", "schema").evaluate(PROGRAM).hasViolation()).isTrue();
        assertThat(arrows("library", "conflict", "db", "merge", "problem")
                        .evaluate(PROGRAM)
                        .hasViolation())
                .isTrue();
    }

    private static ArchRule arrows(String layer, String... below) {
        var here = "tidemark." + layer + "..";
        var allowed = Stream.concat(Stream.of(here), Stream.of(below).map(name -> "tidemark." + name + ".."));
        return classes()
                .that()
                .resideInAPackage(here)
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("tidemark..").or(resideInAnyPackage(allowed.toArray(String[]::new))));
    }

    @Test
    void everyPackageHasALayer() {
        hold(classes()
                .should()
                .resideInAnyPackage(
                        "tidemark",
                        "tidemark.ui..",
                        "tidemark.cli..",
                        "tidemark.api..",
                        "tidemark.app..",
                        "tidemark.library..",
                        "tidemark.sync..",
                        "tidemark.conflict..",
                        "tidemark.files..",
                        "tidemark.db..",
                        "tidemark.merge..",
                        "tidemark.remote..",
                        "tidemark.schema..",
                        "tidemark.problem.."));
    }

    @Test
    void packagesFormNoCircle() {
        hold(slices().matching("tidemark.(**)").should().beFreeOfCycles());
    }

    @ParameterizedTest
    @CsvSource({
        "javafx.., tidemark.ui..",
        "atlantafx.., tidemark.ui..",
        "org.kordamp.., tidemark.ui..",
        "picocli.., tidemark.cli..",
        "ch.qos.logback.., tidemark.app..",
        "io.minio.., tidemark.remote.s3..",
        "org.sqlite.., tidemark.db..",
        "com.sun.net.httpserver.., tidemark.api.."
    })
    void whatComesFromOutsideHasOnePlace(String outside, String place) {
        var entry = List.of("tidemark.ui..", "tidemark.cli..").contains(place) ? "tidemark" : place;
        hold(noClasses()
                .that()
                .resideOutsideOfPackages(place, entry)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(outside));
    }

    @Test
    void sqlIsSpokenWhereRowsAreReadAndWrittenOnly() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "tidemark.db..",
                        "tidemark.conflict..",
                        "tidemark.library..",
                        "tidemark.files..",
                        "tidemark.sync..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql.."));
    }

    private static final Set<String> CLOCK = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.InstantSource.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.util.Date.<init>");

    private static final Set<String> CHANCE = Set.of(
            "java.lang.Math.random",
            "java.util.Random.<init>",
            "java.util.SplittableRandom.<init>",
            "java.security.SecureRandom.<init>",
            "java.security.SecureRandom.getInstanceStrong",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.Collections.shuffle");

    private static final Set<String> THREADS = Set.of(
            "java.lang.Thread.<init>",
            "java.lang.Thread.start",
            "java.lang.Thread.startVirtualThread",
            "java.lang.Thread.ofVirtual",
            "java.lang.Thread.ofPlatform",
            "java.util.Timer.<init>",
            "java.util.concurrent.ForkJoinPool.<init>",
            "java.util.concurrent.ForkJoinPool.commonPool",
            "java.util.concurrent.ThreadPoolExecutor.<init>",
            "java.util.concurrent.ScheduledThreadPoolExecutor.<init>",
            "java.util.Collection.parallelStream",
            "java.util.stream.BaseStream.parallel");

    /// What takes all bytes of a stream or file into memory.
    private static final Set<String> WHOLE = Set.of(
            "java.nio.file.Files.readAllBytes",
            "java.nio.file.Files.readAllLines",
            "java.nio.file.Files.readString",
            "java.io.InputStream.readAllBytes",
            "java.io.InputStream.readNBytes",
            "java.io.ByteArrayOutputStream.<init>",
            "java.nio.channels.FileChannel.map",
            "tidemark.remote.Body.of");

    @Test
    void noContentOfAFileIsEverWholeInMemory() {
        var contents = new String[] {"tidemark.files.."};
        hold(noClasses()
                .that(resideInAnyPackage(contents))
                .should()
                .accessTargetWhere(describe("take a whole content into memory", LayersTest::takesAll)));
    }

    private static boolean takesAll(JavaAccess<?> access) {
        return WHOLE.contains(name(access)) || access.getTarget().getFullName().startsWith(BOUNDED_GET);
    }

    private static final String BOUNDED_GET = "tidemark.remote.RemoteStore.get(tidemark.remote.ObjectName, long)";

    @Test
    void clocksAreMadeWhereTheProgramIsPutTogether() {
        hold(outside(ROOTS, LayersTest::readsTheClock, "read the wall clock"));
    }

    @Test
    void randomnessIsMadeWhereTheProgramIsPutTogether() {
        hold(outside(ROOTS, access -> CHANCE.contains(name(access)), "make randomness"));
    }

    @Test
    void threadsAreMadeWhereTheProgramIsPutTogether() {
        hold(outside(ROOTS, LayersTest::makesThreads, "make threads"));
    }

    @Test
    void onlyTheCommandLineSpeaksToTheTerminal() {
        var places = new String[] {"tidemark", "tidemark.cli.."};
        hold(outside(places, LayersTest::speaks, "speak to the terminal"));
    }

    /// Whether the access reads the system's clock. `Instant.now(clock)` and the like take an injected clock and are
    /// allowed.
    private static boolean readsTheClock(JavaAccess<?> access) {
        return CLOCK.contains(name(access)) && !access.getTarget().getFullName().contains("java.time.Clock)");
    }

    private static boolean makesThreads(JavaAccess<?> access) {
        var name = name(access);
        return THREADS.contains(name) || name.startsWith("java.util.concurrent.Executors.") || usesThePool(access);
    }

    /// Whether the access runs on the common pool, as a future without an executor does.
    private static boolean usesThePool(JavaAccess<?> access) {
        return name(access).startsWith("java.util.concurrent.CompletableFuture.")
                && access.getName().endsWith("Async")
                && !access.getTarget().getFullName().contains("java.util.concurrent.Executor)");
    }

    private static boolean speaks(JavaAccess<?> access) {
        return Set.of("java.lang.System.out", "java.lang.System.err").contains(name(access))
                || name(access).equals("java.lang.Throwable.printStackTrace");
    }

    /// The name of the accessed member. The owner is the type that declares it, or one below it: `new Sub().start()` is
    /// a call of a thread, too.
    private static String name(JavaAccess<?> access) {
        var target = access.getTarget();
        var owner = target.getOwner();
        for (var type : List.of(Thread.class, Throwable.class, Collection.class, BaseStream.class, InputStream.class)) {
            if (owner.isAssignableTo(type)) {
                return type.getName() + "." + target.getName();
            }
        }
        return owner.getFullName() + "." + target.getName();
    }

    private static ArchRule outside(String[] places, Predicate<JavaAccess<?>> wrong, String description) {
        DescribedPredicate<JavaAccess<?>> predicate = describe(description, wrong);
        return noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(places)))
                .should()
                .accessTargetWhere(predicate)
                .as("only " + List.of(places) + " should " + description);
    }

    /// Each rule is checked on [Wrong]: one that finds nothing there would find nothing anywhere.
    @Test
    void theRulesFindWhatIsWrong() {
        var wrong = new ClassFileImporter().importClasses(Wrong.class);
        assertThat(violations(outside(ROOTS, LayersTest::readsTheClock, "read the wall clock"), wrong))
                .hasSize(4);
        assertThat(violations(outside(ROOTS, access -> CHANCE.contains(name(access)), "make randomness"), wrong))
                .hasSize(4);
        assertThat(violations(outside(ROOTS, LayersTest::makesThreads, "make threads"), wrong))
                .hasSize(5);
        assertThat(violations(outside(ROOTS, LayersTest::speaks, "speak"), wrong))
                .hasSize(3);
        assertThat(violations(outside(ROOTS, LayersTest::takesAll, "take all"), wrong))
                .hasSize(5);
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        EvaluationResult result = rule.evaluate(classes);
        return result.getFailureReport().getDetails();
    }
}
