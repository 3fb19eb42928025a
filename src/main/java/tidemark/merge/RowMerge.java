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

/// The three-way merge of a row, field by field, each by its [MergeKind].
public final class RowMerge {
    /// The merged row, and the outcomes of the fields that both sides changed.
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

    /// Merges `mine` and `theirs`, which were both made from `base`; the base of two new rows is [Row#EMPTY].
    public static Result merge(Table table, Row base, Row mine, Row theirs) {
        var merge = new RowMerge(table, base, mine, theirs);
        table.fields().forEach(merge::field);
        return new Result(merge.result, List.copyOf(merge.outcomes));
    }

    private void field(Field field) {
        var was = part(field, base);
        var here = part(field, mine);
        var there = part(field, theirs);
        if (field.kind() == MergeKind.TRASHED) {
            trashed(field);
        } else if (here.equals(was)) {
            take(field);
        } else if (!here.equals(there) && !there.equals(was)) {
            bothChanged(field);
        }
    }

    private void bothChanged(Field field) {
        switch (field.kind()) {
            case TEXT -> text(field);
            case FIRST -> {
                take(field);
                outcomes.add(FieldOutcome.merged(field, Rule.FIRST));
            }
            case POSITION, MEMBERSHIP, TRASHED -> {}
            case UNION -> union(field);
            case PARENT -> parent(field);
            case VALUE -> outcomes.add(FieldOutcome.conflict(field, Rule.VALUE));
        }
    }

    /// A record that one side put into the trash and the other edited comes out of it, whichever side is mine.
    /// Otherwise the side that changed it wins; if both did, theirs.
    private void trashed(Field field) {
        var was = part(field, base);
        var here = part(field, mine);
        var there = part(field, theirs);
        if (isTrashing(was, there) && here.equals(was) && isEdited(mine)) {
            outcomes.add(FieldOutcome.conflict(field, Rule.TRASH_EDIT));
        } else if (isTrashing(was, here) && there.equals(was) && isEdited(theirs)) {
            take(field);
            outcomes.add(FieldOutcome.conflict(field, Rule.TRASH_EDIT));
        } else if (!there.equals(was)) {
            take(field);
        }
    }

    private static boolean isTrashing(Row was, Row now) {
        return was.equals(Row.EMPTY) && !now.equals(Row.EMPTY);
    }

    private boolean isEdited(Row side) {
        return isEdited(table, base, side);
    }

    /// Whether a person's words or values differ: position, parent and trash do not count.
    public static boolean isEdited(Table table, Row was, Row now) {
        return table.fields().stream()
                .filter(field -> field.kind() == MergeKind.VALUE || field.kind() == MergeKind.TEXT)
                .anyMatch(field -> !part(field, was).equals(part(field, now)));
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
        var merged = TextMerge.merge(base.text(column, ""), mine.text(column, ""), theirs.text(column, ""));
        result = result.with(column, Optional.of(Value.of(merged.text())));
        outcomes.add(
                merged.isClean() ? FieldOutcome.merged(field, Rule.TEXT) : FieldOutcome.conflict(field, Rule.TEXT));
    }

    private void union(Field field) {
        var column = field.columns().getFirst().name();
        var merged = LineSet.merge(
                LineSet.of(base.text(column, "")),
                LineSet.of(mine.text(column, "")),
                LineSet.of(theirs.text(column, "")));
        result = result.with(column, merged.value());
    }

    private void take(Field field) {
        for (var column : field.columns()) {
            result = result.with(column.name(), theirs.get(column.name()));
        }
    }

    private static Row part(Field field, Row row) {
        return row.only(field.columnNames());
    }
}
