package tidemark.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.MergeKind;
import tidemark.schema.Row;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// Joins two versions of a row, field by field.
public final class RowMerge {
    /// The joined row, and what came of the fields that both sides changed.
    public record Result(Row row, List<FieldOutcome> outcomes) {}

    private final Table table;
    private final Row base;
    private final Row mine;
    private final Row theirs;
    private final List<FieldOutcome> outcomes = new ArrayList<>();
    private Row result;

    private RowMerge(Table table, Row base, Row mine, Row theirs) {
        this.table = table;
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.result = mine;
    }

    /// Joins `mine` and `theirs`, which were both made from `base`; two new rows were made from [Row#EMPTY].
    public static Result merge(Table table, Row base, Row mine, Row theirs) {
        var merge = new RowMerge(table, base, mine, theirs);
        table.fields().forEach(merge::field);
        return new Result(merge.result, List.copyOf(merge.outcomes));
    }

    private void field(Field field) {
        var was = part(field, base);
        var here = part(field, mine);
        var there = part(field, theirs);
        if (here.equals(there) || there.equals(was)) {
            return;
        }
        if (here.equals(was)) {
            takeUnlessEdited(field);
            return;
        }
        switch (field.kind()) {
            case TEXT -> text(field);
            case TRASHED -> take(field);
            case FIRST -> {
                take(field);
                outcomes.add(FieldOutcome.conflict(field, Rule.FIRST));
            }
            case POSITION, MEMBERSHIP -> {}
            case PARENT -> parent(field);
            case VALUE -> outcomes.add(FieldOutcome.conflict(field, Rule.VALUE));
        }
    }

    /// I did not change it: theirs it is, unless they put into the trash what I edited.
    private void takeUnlessEdited(Field field) {
        if (field.kind() == MergeKind.TRASHED && !part(field, theirs).equals(Row.EMPTY) && isEdited(mine)) {
            outcomes.add(FieldOutcome.conflict(field, Rule.TRASH_EDIT));
        } else {
            take(field);
        }
    }

    private boolean isEdited(Row side) {
        return table.fields().stream()
                .filter(field -> field.kind() == MergeKind.VALUE || field.kind() == MergeKind.TEXT)
                .anyMatch(field -> !part(field, side).equals(part(field, base)));
    }

    private void parent(Field field) {
        var references = field.columns().stream()
                .filter(column -> column.references().isPresent())
                .map(Column::name)
                .toList();
        if (!mine.only(references).equals(theirs.only(references))) {
            outcomes.add(FieldOutcome.conflict(field, Rule.PARENT));
        }
    }

    private void text(Field field) {
        var column = field.columns().getFirst().name();
        var merged = TextMerge.merge(text(base, column), text(mine, column), text(theirs, column));
        result = result.with(column, Optional.of(Value.of(merged.text())));
        outcomes.add(
                merged.isClean() ? FieldOutcome.merged(field, Rule.TEXT) : FieldOutcome.conflict(field, Rule.TEXT));
    }

    private static String text(Row row, String column) {
        return row.text(column).orElse("");
    }

    private void take(Field field) {
        for (var column : field.columns()) {
            result = result.with(column.name(), theirs.get(column.name()));
        }
    }

    private static Row part(Field field, Row row) {
        return row.only(field.columns().stream().map(Column::name).toList());
    }
}
