package tidemark.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.ProjectQuery.Sort;
import tidemark.library.records.ProjectDetails;
import tidemark.ui.base.LateLibrary;

/// The place at which a window begins again.
final class ListPlaceTest {
    @TempDir
    Path folder;

    @Test
    void aPlaceIsFoundAgainAsFarAsItIsThere() {
        try (var late = new LateLibrary(folder)) {
            var library = late.library();
            var work = library.collections().create("Work");
            var river = library.projects().create(ProjectDetails.titled("River"), work.id());
            var water = library.labels().add(river.id(), "water");
            var inWork = new ListPlace(
                    new ListSource.Shelf(new Shelf.Within(work.id()), "Work"), Sort.TITLE, Optional.of(river.id()));
            var labelled = new ListPlace(
                    new ListSource.Shelf(new Shelf.Labelled(water.id()), "#water"), Sort.DUE, Optional.empty());
            for (var place : List.of(inWork, labelled, ListPlace.first())) {
                assertThat(ListPlace.parse(place.text(), library)).isEqualTo(place);
            }
            library.trash().put(List.of(work.id(), river.id()));
            library.labels().delete(water.id());
            var all = ListPlace.first().source();
            assertThat(ListPlace.parse(inWork.text(), library))
                    .isEqualTo(new ListPlace(all, Sort.TITLE, Optional.empty()));
            assertThat(ListPlace.parse(labelled.text(), library))
                    .isEqualTo(new ListPlace(all, Sort.DUE, Optional.empty()));
            assertThat(new ListPlace(new ListSource.Trash(), Sort.EDITED, Optional.empty()).text())
                    .isEqualTo(ListPlace.first().text());
            assertThat(ListPlace.parse("nonsense", library)).isEqualTo(ListPlace.first());
        }
    }
}
