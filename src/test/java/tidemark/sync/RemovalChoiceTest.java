package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.sync.Pair.onlyConflict;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.conflict.Choice;
import tidemark.library.records.ProjectId;

/// A label that was removed on one device and renamed on the other, resolved on both.
final class RemovalChoiceTest extends WithPair {
    private static final Choice GONE = new Choice.Mine();
    private static final Choice KEEP = new Choice.Theirs();

    private String label = "";

    @BeforeEach
    void begin() {
        laptop.set("project", "p1", "title", "River");
        laptop.library().labels().add(new ProjectId("p1"), "urgent");
        pair.sync();
        label = laptop.ids("label").getFirst();
        laptop.set("label", label, "name", "soon");
        desk.purge("label", label);
        pair.sync();
        if (desk.ids("project_label").isEmpty()) {
            laptop.set("project_label", "pl1", "project", "p1", "label", label);
            pair.syncUntilEqual();
        }
    }

    private static void resolve(Copy device, Choice choice) {
        device.library().conflicts().resolve(onlyConflict(device), choice);
    }

    @Test
    void aRemovalThatYieldsPutsBackTheLabelAndWhereItWas() {
        var memberships = desk.ids("project_label");
        resolve(laptop, KEEP);
        resolve(desk, GONE);
        assertThat(desk.ids("label")).isEmpty();
        pair.sync();
        assertThat(laptop.text("label", label, "name")).isEqualTo("soon");
        assertThat(laptop.ids("project_label")).isEqualTo(memberships).hasSize(1);
        assertThat(laptop.library().conflicts().resolved()).hasSize(1);
        assertThat(laptop.library().conflicts().open()).isEmpty();
    }

    @Test
    void aRemovalThatBothChoseIsARemoval() {
        resolve(laptop, GONE);
        resolve(desk, GONE);
        pair.sync();
        assertThat(laptop.ids("label")).isEmpty();
        assertThat(laptop.ids("project_label")).isEmpty();
        assertThat(laptop.library().conflicts().open()).isEmpty();
    }
}
