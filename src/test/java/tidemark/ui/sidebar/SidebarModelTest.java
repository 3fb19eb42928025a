package tidemark.ui.sidebar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.records.Collection;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Colour;
import tidemark.library.records.Label;
import tidemark.library.records.LibraryException;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.LateLibrary;

/// The sidebar's numbers and trees, and what is done in it.
final class SidebarModelTest {
    private Instant now = LateLibrary.NOW;
    private LateLibrary late;
    private SidebarModel model;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        late = new LateLibrary(folder);
        model = in(ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        late.close();
    }

    private SidebarModel in(ZoneId zone) {
        return new SidebarModel(
                late.library(), late.pins(), late.background(), late.undo(late.background()), () -> now, zone);
    }

    private ProjectId create(ProjectDetails details) {
        return late.library().projects().create(details).id();
    }

    private Collection collection(String name) {
        return late.library().collections().create(name);
    }

    /// What is shown after a change and a look at it.
    private SidebarModel.Content seen() {
        late.finishWork();
        model.refresh();
        late.finishWork();
        return model.content().get();
    }

    private List<String> names() {
        return seen().collections().stream()
                .map(collection -> collection.details().name())
                .toList();
    }

    @Test
    void nothingIsKnownUntilItWasRead() {
        create(ProjectDetails.titled("River"));
        assertThat(model.content().get().counts().projects()).isZero();
        late.finishWork();
        assertThat(model.content().get().counts().projects()).isOne();
    }

    @Test
    void theNumbersAreThoseOfOneMoment() {
        late.finishWork();
        create(ProjectDetails.titled("River").withStar());
        create(ProjectDetails.titled("Garden").withDue(Optional.of(LocalDate.of(2026, 2, 28))));
        late.library().trash().put(List.of(create(ProjectDetails.titled("Attic"))));
        assertThat(model.content().get().counts().projects()).isZero();
        var counts = seen().counts();
        assertThat(counts.projects()).isEqualTo(2);
        assertThat(counts.starred()).isOne();
        assertThat(counts.due()).isOne();
        assertThat(counts.trashed()).isOne();
    }

    @Test
    void aCollectionIsPinnedAndLetGoWithoutAStepToUndo() {
        var water = collection("Water").id();
        seen();
        model.pin(water, true);
        late.finishWork();
        assertThat(model.content().get().pinned()).containsExactly(water);
        assertThat(late.pins().isPinned(water.record())).isTrue();
        model.pin(water, false);
        late.finishWork();
        assertThat(model.content().get().pinned()).isEmpty();
        assertThat(late.pins().isPinned(water.record())).isFalse();
    }

    @Test
    void anOlderAnswerDoesNotReplaceANewerOne() {
        var answers = new ArrayDeque<Runnable>();
        model = new SidebarModel(
                late.library(),
                late.pins(),
                late.background(answers::add),
                late.undo(late.background(answers::add)),
                () -> now,
                ZoneOffset.UTC);
        late.finishWork();
        create(ProjectDetails.titled("River"));
        model.refresh();
        late.finishWork();
        answers.removeLast().run();
        answers.forEach(Runnable::run);
        assertThat(model.content().get().counts().projects()).isOne();
    }

    @Test
    void theDayIsThePersonsAndPasses() {
        now = Instant.parse("2026-03-01T23:30:00Z");
        assertThat(seen().today()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(in(ZoneId.of("Asia/Tokyo")).content().get().today()).isEqualTo(LocalDate.of(2026, 3, 2));
        now = now.plusSeconds(3600);
        assertThat(seen().today()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void collectionsAreMadeAtTheTopOrInsideOne() {
        model.createCollection("House", Optional.empty());
        late.finishWork();
        var house = late.library().collections().all().getFirst();
        model.createCollection("Kitchen", Optional.of(house.id()));
        assertThat(names()).containsExactly("House", "Kitchen");
        assertThat(seen().collections().getLast().parent()).contains(house.id());
    }

    @Test
    void aCollectionIsRenamedMovedAndTrashed() {
        var house = collection("House");
        var kitchen = collection("Kitchen");
        model.rename(house, "Home");
        model.nest(kitchen.id(), Optional.of(house.id()));
        assertThat(names()).containsExactly("Home", "Kitchen");
        assertThat(seen().collections().getLast().parent()).contains(house.id());
        model.nest(kitchen.id(), Optional.empty());
        assertThat(seen().collections()).allMatch(known -> known.parent().isEmpty());
        model.trash(kitchen.id());
        assertThat(names()).containsExactly("Home");
    }

    @Test
    void aRenameLeavesTheColourThatWasChosenMeanwhile() {
        var house = collection("House");
        var other = house.details().colour() == Colour.RED ? Colour.BLUE : Colour.RED;
        model.rename(house, "Home");
        var _ = late.library().collections().save(house, house.details().withColour(other));
        var renamed = seen().collections().getFirst().details();
        assertThat(renamed.name()).isEqualTo("Home");
        assertThat(renamed.colour()).isEqualTo(other);
    }

    @Test
    void aCollectionIsNotMovedIntoItself() {
        var house = collection("House");
        var kitchen = late.library().collections().create("Kitchen", house.id());
        model.nest(house.id(), Optional.of(kitchen.id()));
        assertThat(seen().collections()).extracting(Collection::id).containsExactly(house.id(), kitchen.id());
        assertThat(late.failures()).singleElement().isInstanceOf(LibraryException.class);
        late.failures().clear();
    }

    @Test
    void whatIsGoneIsNotMoved() {
        var house = collection("House");
        late.remove(house.id());
        model.nest(house.id(), Optional.empty());
        model.put(List.of(new ProjectId("gone")), Optional.of(new CollectionId("gone")));
        assertThat(names()).isEmpty();
    }

    @Test
    void projectsAreCountedWhereTheyWerePut() {
        var house = collection("House");
        var river = create(ProjectDetails.titled("River"));
        var garden = create(ProjectDetails.titled("Garden"));
        model.put(List.of(river, garden), Optional.of(house.id()));
        assertThat(seen().counts().collections()).containsEntry(house.id(), 2);
        model.put(List.of(river), Optional.empty());
        assertThat(seen().counts().collections()).containsEntry(house.id(), 1);
    }

    @Test
    void aLabelIsRenamedWithWhoeverCarriesItAndDeleted() {
        var river = create(ProjectDetails.titled("River"));
        var water = late.library().labels().add(river, "water");
        model.rename(water, "wet");
        var renamed = seen().labels().getFirst();
        assertThat(renamed.name()).isEqualTo("wet");
        assertThat(seen().counts().labels()).containsEntry(renamed.id(), 1);
        model.delete(renamed);
        assertThat(seen().labels()).extracting(Label::name).isEmpty();
        assertThat(late.library().projects().find(river)).isPresent();
    }

    @Test
    void aLabelWithoutANameIsRefusedAndStays() {
        var water = late.library().labels().named("water");
        model.rename(water, "  ");
        assertThat(seen().labels()).containsExactly(water);
        assertThat(late.failures()).singleElement().isInstanceOf(LibraryException.class);
        late.failures().clear();
    }
}
