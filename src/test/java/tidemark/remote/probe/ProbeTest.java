package tidemark.remote.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.problem.Problem;
import tidemark.remote.CountingStore;
import tidemark.remote.Inspectable.Versioning;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore;
import tidemark.remote.Request;
import tidemark.remote.Request.Kind;
import tidemark.remote.StoreDouble;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.FaultyStore;
import tidemark.remote.memory.MemoryStore;

/// The probe of each kind of store, which tells it from the others and leaves it as it was.
final class ProbeTest {
    private static final Problem NO = new Problem("No.", "Nothing was done.", "Ask for leave.");
    private final MemoryStore memory = new MemoryStore();

    private static ProbeReport probe(RemoteStore store) {
        return probe(store, Clock.systemUTC());
    }

    private static ProbeReport probe(RemoteStore store, Clock clock) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new Probe(clock, new Random(1), threads).run(store, _ -> {});
        }
    }

    private static RemoteStore refusing(RemoteStore store, Kind kind) {
        return new FaultyStore(store, request -> {
            if (request.kind() == kind) {
                throw new Denied(NO);
            }
            return Fault.NONE;
        });
    }

    private void assertNoLitter() {
        assertThat(memory.list("", Optional.empty(), 10)).isEmpty();
    }

    @Test
    void aStoreThatKeepsItsPromisesPassesEveryStep() {
        var counted = new CountingStore(memory);
        var report = probe(counted);

        assertThat(report.verdict()).contains(new Verdict.Atomic());
        assertThat(report.refusal()).isEmpty();
        assertThat(report.steps()).extracting(StepResult::step).containsExactly(ProbeStep.values());
        assertThat(report.steps()).noneMatch(result -> result.outcome() instanceof Outcome.Failed);
        assertThat(counted.count(Kind.CREATE)).isEqualTo(8 * 20 + 2);
        assertThat(report.requests())
                .isEqualTo(counted.requests().size())
                .isLessThanOrEqualTo(RequestBudget.MOST_REQUESTS);
        assertNoLitter();
    }

    @Test
    void everyStepIsToldAsItEnds() {
        var told = new ArrayList<StepResult>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var report = new Probe(Clock.systemUTC(), new Random(1), threads).run(memory, told::add);
            assertThat(told).isEqualTo(report.steps());
        }
    }

    @Test
    void aStoreThatChecksAndDoesNotLockLosesTheRace() {
        var report = probe(new UnlockedStore(memory));

        assertThat(report.verdict()).containsInstanceOf(Verdict.ChecksButDoesNotLock.class);
        assertThat(report.outcome(ProbeStep.CREATE_TAKEN)).isInstanceOf(Outcome.Passed.class);
        assertThat(report.outcome(ProbeStep.CREATE_RACE)).isInstanceOf(Outcome.Lacking.class);
        isUsedByClaims(report);
    }

    @Test
    void aStoreThatIgnoresTheConditionIsFoundOutWithoutARace() {
        var counted = new CountingStore(new ReplacingStore(memory));
        var report = probe(counted);

        assertThat(report.verdict()).contains(new Verdict.IgnoresSilently());
        assertThat(report.outcome(ProbeStep.CREATE_RACE)).isInstanceOf(Outcome.Skipped.class);
        assertThat(counted.count(Kind.CREATE)).isEqualTo(2);
        isUsedByClaims(report);
    }

    @Test
    void aStoreThatRefusesToCreateSaysSo() {
        var report = probe(refusing(memory, Kind.CREATE));

        assertThat(report.verdict()).contains(new Verdict.Refuses());
        assertThat(report.outcome(ProbeStep.WRITE)).isInstanceOf(Outcome.Passed.class);
        isUsedByClaims(report);
    }

    private void isUsedByClaims(ProbeReport report) {
        assertThat(report.refusal()).isEmpty();
        assertThat(report.text()).contains("Commits by claims: this server");
        assertThat(report.outcome(ProbeStep.LISTED_AT_ONCE)).isInstanceOf(Outcome.Passed.class);
        assertThat(report.outcome(ProbeStep.READ_WHOLE)).isInstanceOf(Outcome.Passed.class);
        assertNoLitter();
    }

    @Test
    void aStoreThatNeitherTellsWhoWasFirstNorListsAtOnceIsRefused() {
        var report = probe(new LateListingStore(new ReplacingStore(memory)));

        assertThat(report.verdict()).contains(new Verdict.Unfit());
        assertThat(report.outcome(ProbeStep.LISTED_AT_ONCE)).isInstanceOf(Outcome.Failed.class);
        assertThat(report.refusal().orElseThrow().cause()).contains("neither");
    }

    @Test
    void aStoreThatDoesNotPromiseItsListingsIsRefusedWithoutAtomicCreation() {
        var report = probe(new StoreDouble(new ReplacingStore(memory)) {
            @Override
            public boolean listsAtOnce() {
                return false;
            }
        });

        assertThat(report.verdict()).contains(new Verdict.Unfit());
        assertThat(report.refusal()).isPresent();
    }

    @Test
    void readsThatShowHalfAWriteAreCountedAndDoNoHarm() {
        var report = probe(new TornStore(new ReplacingStore(memory)));

        assertThat(report.outcome(ProbeStep.READ_WHOLE))
                .isInstanceOfSatisfying(
                        Outcome.Lacking.class, torn -> assertThat(torn.words()).startsWith("8 of 24 reads"));
        assertThat(report.refusal()).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeReachedEndsTheProbe() {
        var counted = new CountingStore(new FaultyStore(memory, _ -> Fault.NEVER_SENT));
        var report = probe(counted);

        assertThat(report.outcome(ProbeStep.REACH)).isInstanceOf(Outcome.Unanswered.class);
        assertThat(report.failure()).containsInstanceOf(Unavailable.class);
        assertThat(report.isConclusive()).isFalse();
        assertThat(report.steps()).hasSameSizeAs(ProbeStep.values());
        assertThat(report.verdict()).isEmpty();
        assertThat(report.refusal()).isPresent();
        assertThat(counted.requests()).hasSize(1);
    }

    @Test
    void credentialsThatAreRefusedEverywhereAreWrong() {
        var report = probe(new FaultyStore(memory, _ -> {
            throw new Denied(NO);
        }));

        assertThat(report.outcome(ProbeStep.REACH)).isInstanceOf(Outcome.Passed.class);
        assertThat(report.outcome(ProbeStep.SIGN_IN)).isEqualTo(new Outcome.Failed(NO));
        assertThat(report.outcome(ProbeStep.CLEAN_UP)).isInstanceOf(Outcome.Skipped.class);
        assertThat(report.failure()).containsInstanceOf(Denied.class);
        assertThat(report.refusal()).contains(NO);
    }

    @Test
    void aStoreThatIsBusyInTheMiddleIsNotKnownToBeUnfitAndItsReportReadsBackTheSame() {
        var report =
                probe(new FaultyStore(memory, request -> request.kind() == Kind.GET ? Fault.NEVER_SENT : Fault.NONE));

        assertThat(report.outcome(ProbeStep.READ)).isInstanceOf(Outcome.Unanswered.class);
        assertThat(report.failure()).containsInstanceOf(Unavailable.class);
        assertThat(report.isConclusive()).isFalse();
        assertThat(ReportJson.read(ReportJson.write(report).toString())).contains(report);
        assertNoLitter();
    }

    @ParameterizedTest
    @CsvSource({"LIST, LIST", "PUT, WRITE", "GET, READ", "DELETE, DELETE"})
    void whatIsNotAllowedFailsItsOwnStep(Kind kind, ProbeStep step) {
        var report = probe(refusing(memory, kind));

        assertThat(report.outcome(ProbeStep.SIGN_IN)).isInstanceOf(Outcome.Passed.class);
        assertThat(report.outcome(step)).isEqualTo(new Outcome.Failed(NO));
        assertThat(report.refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -601, 601, 86_400})
    void aClockThatIsOffByTenMinutesFails(long seconds) {
        var report = probe(new KnownServer(memory, Duration.ofSeconds(seconds), Versioning.OFF));

        assertThat(report.outcome(ProbeStep.CLOCK)).isInstanceOf(Outcome.Failed.class);
        assertThat(report.text()).contains(seconds > 0 ? "behind" : "ahead of");
    }

    @Test
    void whatTheServerTellsIsReported() {
        var report = probe(new KnownServer(memory, Duration.ofSeconds(-7), Versioning.ON));

        assertThat(report.text()).contains("differ by 7 s").contains("Old versions are kept");
        assertThat(report.verdict()).contains(new Verdict.Atomic());
    }

    @Test
    void anAnswerThatIsLostDuringTheRaceIsNoWrongWinner() {
        var creations = new AtomicInteger();
        var report = probe(new FaultyStore(memory, request -> {
            var isThird = request.kind() == Kind.CREATE && creations.incrementAndGet() % 3 == 0;
            return isThird ? Fault.ANSWER_LOST : Fault.NONE;
        }));

        assertThat(report.verdict()).contains(new Verdict.Atomic());
        assertNoLitter();
    }

    @Test
    void aStoreThatTurnsSilentIsGivenUpInTimeAndCleanedUp() {
        var clock = new LeapingClock();
        var report = probe(
                new FaultyStore(memory, request -> {
                    clock.leap(request.kind() == Kind.CREATE ? Duration.ofSeconds(3) : Duration.ZERO);
                    return Fault.NONE;
                }),
                clock);

        assertThat(report.verdict()).isEmpty();
        assertThat(report.outcome(ProbeStep.CREATE_RACE)).isInstanceOf(Outcome.Skipped.class);
        assertThat(report.refusal().orElseThrow().cause()).contains("did not come to its end");
        assertNoLitter();
    }

    @Test
    void reportsOfEveryKindAreKeptAsJson() {
        List<RemoteStore> stores = List.of(
                memory,
                new ReplacingStore(memory),
                new UnlockedStore(memory),
                new LateListingStore(new ReplacingStore(memory)),
                refusing(memory, Kind.CREATE),
                new FaultyStore(memory, FaultPlan.throwing(0, () -> new Unavailable(NO, Optional.empty()))));
        for (var store : stores) {
            var report = probe(store);
            assertThat(ReportJson.read(ReportJson.write(report).toString())).contains(report);
        }
        assertThat(ReportJson.read("{}")).isEmpty();
        assertThat(ReportJson.read("no json")).isEmpty();
        assertThat(Arrays.asList(ProbeStep.values()))
                .allMatch(step -> !step.title().isBlank());
    }

    @Test
    void theLastRequestsAreKeptForCleaningUpAndThenThereAreNone() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var budget = new RequestBudget(Clock.systemUTC(), threads);
            var first = made(budget);
            budget.openReserve();

            assertThat(first).isEqualTo(340);
            assertThat(made(budget)).isEqualTo(60);
            assertThat(budget.made()).isEqualTo(RequestBudget.MOST_REQUESTS);
        }
    }

    private static int made(RequestBudget budget) {
        for (int i = 0; ; i++) {
            try {
                budget.requested(new Request(Kind.LIST, ""));
            } catch (RequestBudget.Exhausted e) {
                return i;
            }
        }
    }
}
