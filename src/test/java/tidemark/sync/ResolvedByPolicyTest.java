package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.sync.Pair.onlyConflict;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.conflict.Choice;
import tidemark.conflict.ConflictPolicy;
import tidemark.library.ResolveResult;
import tidemark.library.records.ProjectId;

/// Conflicts that a policy resolves without a person, and the time for which the resolutions are kept.
final class ResolvedByPolicyTest extends WithPair {
    private static final Choice THEIRS = new Choice.Theirs();

    @BeforeEach
    void begin() {
        laptop.set("project", "p1", "title", "River", "summary", "one\ntwo\nthree\n");
        laptop.set("note", "n1", "project", "p1", "title", "Samples", "body", "a\n");
        laptop.library().labels().add(new ProjectId("p1"), "urgent");
        pair.sync();
    }

    private void twoTitles() {
        laptop.set("project", "p1", "title", "Stream");
        desk.set("project", "p1", "title", "Brook");
    }

    private static ResolveResult resolve(Copy device, Choice choice) {
        return device.library().conflicts().resolve(onlyConflict(device), choice);
    }

    private static String title(Copy device) {
        return device.text("project", "p1", "title");
    }

    @Test
    void aPolicyResolvesAtOnceAndKeepsBothVersions() {
        for (var policy : List.of(ConflictPolicy.MINE, ConflictPolicy.THEIRS)) {
            twoTitles();
            laptop.sync();
            desk.sync(policy);
            pair.syncUntilEqual();
            assertThat(title(laptop)).isEqualTo(policy == ConflictPolicy.MINE ? "Brook" : "Stream");
            var resolved = laptop.library().conflicts().resolved().getFirst();
            assertThat(resolved.mine().value().text("title")).hasValue("Brook");
            assertThat(resolved.theirs().value().text("title")).hasValue("Stream");
            assertThat(laptop.library().conflicts().count()).isZero();
            laptop.set("project", "p1", "title", "River");
            pair.sync();
        }
    }

    @Test
    void thePolicyBothMakesASecondRecord() {
        twoTitles();
        laptop.sync();
        desk.sync(ConflictPolicy.BOTH);
        pair.syncUntilEqual();
        assertThat(laptop.ids("project"))
                .extracting(id -> laptop.text("project", id, "title"))
                .containsExactlyInAnyOrder("Brook", "Stream (from laptop, 1 Mar)");
    }

    @Test
    void aResolvedConflictGoesAfterNinetyDaysOfTheClockOfWhoResolvedIt() {
        twoTitles();
        pair.sync();
        resolve(desk, THEIRS);
        pair.syncUntilEqual();
        assertThat(laptop.library().conflicts().prune()).isZero();
        pair.pass(Duration.ofDays(89));
        assertThat(desk.library().conflicts().prune()).isZero();
        pair.pass(Duration.ofDays(2));
        assertThat(laptop.library().conflicts().prune()).isZero();
        assertThat(desk.library().conflicts().prune()).isEqualTo(1);
        pair.syncUntilEqual();
        assertThat(laptop.conflicts()).isEmpty();
        assertThat(title(laptop)).isEqualTo("Stream");
    }

    @Test
    void anOpenConflictStays() {
        twoTitles();
        pair.sync();
        pair.pass(Duration.ofDays(2000));
        assertThat(desk.library().conflicts().prune()).isZero();
        assertThat(desk.library().conflicts().count()).isEqualTo(1);
    }
}
