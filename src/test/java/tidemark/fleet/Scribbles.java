package tidemark.fleet;

import java.util.List;
import java.util.random.RandomGenerator;
import tidemark.db.Origin;

/// Another tool that writes into the notes which the sync keeps in a library what is no row.
final class Scribbles {
    private static final List<String> TEXTS = List.of("x", "", "[1]", "{\"title\":1.5}", "{\"title\":");

    private final Member member;
    private final RandomGenerator random;

    Scribbles(Member member, RandomGenerator random) {
        this.member = member;
        this.random = random;
    }

    /// Writes into the bases of some pending rows, or into what was sent of some. Never of the twins: a row that is set
    /// aside leaves the rest of its transaction alone.
    String write(FaultCounts counts) {
        var note = random.nextBoolean() ? "pending SET base" : "outgoing_row SET sent";
        var text = TEXTS.get(random.nextInt(TEXTS.size()));
        var one = random.nextBoolean();
        var statement = "UPDATE %s = ? WHERE id NOT IN ('twin1', 'twin2')%s"
                .formatted(note, one ? " AND id = (SELECT max(id) FROM pending)" : "");
        var rows = member.database().write(Origin.SYNC, sql -> sql.update(statement, text));
        for (int i = 0; i < rows; i++) {
            counts.count(Fault.NOTE_SCRIBBLED);
        }
        return rows + " rows";
    }
}
