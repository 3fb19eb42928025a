package tidemark.ui.sidebar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.Library;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.records.Collection;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.LateLibrary;
import tidemark.ui.base.Undo;
import tidemark.ui.list.ListSource;

/// Drops on the items of the sidebar.
final class DropTargetTest {
    private static final ListSource NOWHERE = new ListSource.Shelf(new Shelf.All(), "All");

    private LateLibrary late;
    private Library library;
    private SidebarModel model;
    private Undo undo;
    private Collection work;
    private ProjectId river;

    @TempDir
    Path folder;

    @BeforeEach
    void aProjectInACollection() {
        late = new LateLibrary(folder);
        library = late.library();
        work = library.collections().create("Work");
        river = library.projects()
                .create(ProjectDetails.titled("River"), work.id())
                .id();
        var background = late.background();
        undo = late.undo(background);
        model = new SidebarModel(library, late.pins(), background, undo, () -> LateLibrary.NOW, ZoneOffset.UTC);
        late.finishWork();
    }

    @AfterEach
    void close() {
        late.close();
    }

    private Optional<Runnable> dropped(SidebarItem item) {
        var drop = new DropTarget(model, Optional.of(item)).projects(List.of(river));
        drop.ifPresent(Runnable::run);
        late.finishWork();
        return drop;
    }

    private Project project() {
        return library.projects().find(river).orElseThrow();
    }

    private static SidebarItem shelf(ListSource source) {
        return new SidebarItem.Shelf(Feather.STAR, "Shelf", 0, source);
    }

    @Test
    void aLabelIsGivenAndTheCollectionStays() {
        var water = library.labels().named("water");
        assertThat(dropped(new SidebarItem.Tag(water, 0, NOWHERE))).isPresent();
        assertThat(library.labels().of(river)).containsExactly(water);
        assertThat(project().collection()).contains(work.id());
    }

    @Test
    void theStarIsSetAndTheCollectionStays() {
        assertThat(dropped(shelf(new ListSource.Shelf(new Shelf.Starred(), "Starred"))))
                .isPresent();
        assertThat(project().details().starred()).isTrue();
        assertThat(project().collection()).contains(work.id());
    }

    @Test
    void theTrashTakesIt() {
        assertThat(dropped(shelf(new ListSource.Trash()))).isPresent();
        assertThat(project().trashedAt()).isPresent();
        assertThat(project().collection()).contains(work.id());
    }

    @Test
    void anotherCollectionTakesIt() {
        var home = library.collections().create("Home");
        assertThat(dropped(new SidebarItem.Folder(home, 0, NOWHERE))).isPresent();
        assertThat(project().collection()).contains(home.id());
    }

    @Test
    void everythingElseTakesNothing() {
        var before = project();
        assertThat(dropped(shelf(NOWHERE))).isEmpty();
        assertThat(dropped(shelf(new ListSource.InConflict()))).isEmpty();
        assertThat(dropped(new SidebarItem.Heading("COLLECTIONS", true))).isEmpty();
        assertThat(new DropTarget(model, Optional.empty()).projects(List.of(river)))
                .isEmpty();
        assertThat(project()).isEqualTo(before);
    }

    @Test
    void aCollectionGoesIntoAnotherToTheTopOrIntoTheTrashAndNeverIntoItself() {
        var inner = library.collections().create("Inner", work.id());
        model.refresh();
        late.finishWork();
        assertThat(moved(work, new SidebarItem.Folder(inner, 0, NOWHERE))).isFalse();
        assertThat(moved(work, new SidebarItem.Folder(work, 0, NOWHERE))).isFalse();
        assertThat(moved(inner, new SidebarItem.Heading("LABELS", false))).isFalse();
        assertThat(moved(inner, new SidebarItem.Heading("COLLECTIONS", true))).isTrue();
        assertThat(library.collections().find(inner.id()).orElseThrow().parent())
                .isEmpty();
        assertThat(moved(inner, shelf(new ListSource.Trash()))).isTrue();
        assertThat(library.trash().list()).hasSize(1);
    }

    private boolean moved(Collection collection, SidebarItem onto) {
        var drop = new DropTarget(model, Optional.of(onto)).collection(collection.id());
        drop.ifPresent(Runnable::run);
        late.finishWork();
        return drop.isPresent();
    }

    @Test
    void everyDropIsTakenBackAndMadeAgain() {
        var home = library.collections().create("Home");
        var water = library.labels().named("water");
        model.refresh();
        late.finishWork();
        var targets = List.of(
                new SidebarItem.Folder(home, 0, NOWHERE),
                new SidebarItem.Tag(water, 0, NOWHERE),
                new SidebarItem.Heading("COLLECTIONS", true),
                shelf(new ListSource.Shelf(new Shelf.Starred(), "Starred")),
                shelf(new ListSource.Trash()));
        int drops = 0;
        for (var target : targets) {
            drops += checkUndo(() -> dropped(target).isPresent());
            drops += checkUndo(() -> moved(work, target));
        }
        assertThat(drops).as("projects on four, a collection on three").isEqualTo(7);
    }

    /// Returns 1 where there was a drop, which is taken back and made again.
    private int checkUndo(BooleanSupplier drop) {
        var before = late.rows();
        if (!drop.getAsBoolean()) {
            return 0;
        }
        var after = late.rows();
        assertThat(after).isNotEqualTo(before);
        assertThat(undo.undoable().get()).isPresent();
        undo.undo();
        late.finishWork();
        assertThat(late.rows()).isEqualTo(before);
        undo.redo();
        late.finishWork();
        assertThat(late.rows()).isEqualTo(after);
        undo.undo();
        late.finishWork();
        return 1;
    }
}
