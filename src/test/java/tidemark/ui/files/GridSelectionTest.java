package tidemark.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.library.records.FileId;
import tidemark.ui.files.GridSelection.Way;

/// The selection in the grid of files.
final class GridSelectionTest {
    private final GridSelection selection = new GridSelection();

    private static List<FileId> ids(String... ids) {
        return Stream.of(ids).map(FileId::new).toList();
    }

    @BeforeEach
    void five() {
        selection.show(ids("a", "b", "c", "d", "e"));
    }

    @Test
    void aRangeGoesFromWhereItBeganInBothDirections() {
        selection.select(2, Way.ALONE);
        selection.select(4, Way.RANGE);
        assertThat(selection.selected()).isEqualTo(ids("c", "d", "e"));
        selection.select(1, Way.RANGE);
        assertThat(selection.selected()).isEqualTo(ids("b", "c"));
        assertThat(selection.place()).isEqualTo(1);
    }

    @Test
    void oneMoreIsAddedAndTakenOut() {
        selection.select(0, Way.ALONE);
        selection.select(3, Way.TOGGLE);
        assertThat(selection.selected()).isEqualTo(ids("a", "d"));
        selection.select(0, Way.TOGGLE);
        assertThat(selection.selected()).isEqualTo(ids("d"));
    }

    @Test
    void itStaysWithItsFilesWhenOthersComeAndGo() {
        selection.select(3, Way.ALONE);
        selection.show(ids("new", "a", "d", "e"));
        assertThat(selection.selected()).isEqualTo(ids("d"));
        assertThat(selection.place()).isEqualTo(2);
    }

    @Test
    void whatTookThePlaceOfTheSelectedIsSelectedWhenThatIsGone() {
        selection.select(3, Way.ALONE);
        selection.show(ids("a", "b", "c", "e"));
        assertThat(selection.selected()).isEqualTo(ids("e"));
        selection.show(ids("a", "b", "c"));
        assertThat(selection.selected()).isEqualTo(ids("c"));
        selection.show(List.of());
        assertThat(selection.selected()).isEmpty();
    }
}
