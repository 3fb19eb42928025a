package tidemark.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Rows, the names of records, and the declarations of tables.
final class SchemaTest {
    private static final Row RIVER = Row.of(Map.of("title", Value.of("River"), "size", Value.of(7)));
    private static final Table FILE = LibrarySchema.FILE;

    @Test
    void aRowWrittenOverAnotherLeavesWhatItDoesNotName() {
        var other = Row.of(Map.of("title", Value.of("Brook"), "colour", Value.of("blue")));
        assertThat(RIVER.overlaid(other))
                .isEqualTo(Row.of(Map.of("title", Value.of("Brook"), "size", Value.of(7), "colour", Value.of("blue"))));
        assertThat(RIVER.values()).hasSize(2);
    }

    @Test
    void aRowIsCutToColumnsOrWithoutThem() {
        assertThat(RIVER.only(List.of("size"))).isEqualTo(RIVER.without(List.of("title")));
        assertThat(RIVER.without(List.of("size", "title"))).isEqualTo(Row.EMPTY);
        assertThat(RIVER.with("title", Optional.empty()).text("title", "none")).isEqualTo("none");
    }

    @Test
    void aNumberIsNoText() {
        assertThat(RIVER.text("size")).isEmpty();
        assertThat(RIVER.text("title")).hasValue("River");
    }

    @Test
    void aRowIsNotChangedByWhoSeesItsValues() {
        var values = RIVER.values();
        assertThatThrownBy(() -> values.remove("title")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void recordsAreOrderedByTableAndThenById() {
        var ordered = List.of(new RecordId("note", "b"), new RecordId("project", "a"), new RecordId("project", "c"));
        assertThat(new TreeSet<>(ordered.reversed())).containsExactlyElementsOf(ordered);
        assertThat(ordered.getFirst()).hasToString("note/b");
    }

    @Test
    void aValueIsShownAsItself() {
        assertThat(Value.of("a b")).hasToString("a b");
        assertThat(Value.of(-12)).hasToString("-12");
    }

    @Test
    void aColumnLeadsToTheFieldThatItBelongsTo() {
        var fields = FILE.fieldsByColumn();
        assertThat(fields.keySet()).containsExactlyElementsOf(FILE.columnNames());
        assertThat(fields.get("size")).isSameAs(fields.get("sha256")).isSameAs(FILE.field("content"));
        assertThat(FILE.trash().orElseThrow().columnNames()).containsExactly("trashed_at");
        assertThat(LibrarySchema.LABEL.trash()).isEmpty();
        assertThat(FILE.references().map(Column::name)).containsExactly("project");
    }

    @Test
    void whatIsNotDeclaredIsRefusedByName() {
        assertThatThrownBy(() -> FILE.field("content2")).hasMessage("file has no field content2");
        assertThatThrownBy(() -> LibrarySchema.CURRENT.table("files")).hasMessage("no synced table files");
        assertThat(FILE.column("content")).isEmpty();
    }
}
