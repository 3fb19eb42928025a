package tidemark.conflict;

import java.sql.SQLException;
import java.util.Optional;
import tidemark.db.Rows;
import tidemark.merge.Rule;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Table;

/// The effect of a choice, worked out without carrying it out.
final class ResolutionPlan {
    private final Rows rows;
    private final Schema schema;
    private final ConflictRow conflict;

    ResolutionPlan(Rows rows, Schema schema, ConflictRow conflict) {
        this.rows = rows;
        this.schema = schema;
        this.conflict = conflict;
    }

    Effect of(Choice choice) throws SQLException {
        var table = schema.find(conflict.record().table());
        var current = table.isPresent() ? rows.find(conflict.record()) : Optional.<Row>empty();
        if (!conflict.isReadable()) {
            return choice instanceof Choice.Mine
                    ? new Effect.Stays()
                    : new Effect.Refused(ConflictException.unreadable());
        }
        if (table.isEmpty() || current.isEmpty()) {
            return new Effect.Stays();
        }
        return switch (conflict.rule()) {
            case TRASH_EDIT, PURGE_EDIT -> existence(choice, table.get(), current.get());
            case CYCLE, PARENT, POSITION, FIRST, VALUE, TEXT -> field(choice, table.get(), current.get());
        };
    }

    private Effect field(Choice choice, Table table, Row current) throws SQLException {
        for (var field : table.fields()) {
            if (field.name().equals(conflict.field())) {
                return new FieldPlan(rows, conflict, table, field).of(choice, current);
            }
        }
        return new Effect.Stays();
    }

    /// The effect when one side put the record into the trash or removed it, and the other edited it.
    private Effect existence(Choice choice, Table table, Row current) {
        return switch (choice) {
            case Choice.Mine _ -> existence(isGone(conflict.mine()), table, current);
            case Choice.Theirs _ -> existence(isGone(conflict.theirs()), table, current);
            case Choice.Version(var value) -> existence(isGone(value), table, current);
            case Choice.Both _, Choice.Merged _ -> new Effect.Refused(ConflictException.notAllowed(choice.code()));
        };
    }

    private boolean isGone(Row side) {
        return conflict.rule() == Rule.PURGE_EDIT ? side.equals(Row.EMPTY) : !side.equals(Row.EMPTY);
    }

    private static Effect existence(boolean goes, Table table, Row current) {
        var trash = table.trash();
        if (trash.isEmpty()) {
            return goes ? new Effect.Removes() : new Effect.Stays();
        }
        var isThere = current.get(trash.get().name()).isPresent();
        if (goes == isThere) {
            return new Effect.Stays();
        }
        return goes ? new Effect.Trashes() : new Effect.Restores();
    }
}
