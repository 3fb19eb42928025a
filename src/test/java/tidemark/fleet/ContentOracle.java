package tidemark.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidemark.files.ContentHash;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.state.UnsendableRows;

/// The oracle of the contents of files: what the log names is on the remote, nothing goes from a device that is not
/// there, and what lies under a hash has it.
final class ContentOracle {
    private final Fleet fleet;
    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final Map<Member, Set<String>> held = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> takenUnnoticed = new HashSet<>();

    ContentOracle(Fleet fleet) {
        this.fleet = fleet;
    }

    /// Notes a content that a person adds.
    void made(byte[] content) {
        made.put(Names.sha256(content), content);
    }

    /// Every content that was ever added.
    List<byte[]> all() {
        return new ArrayList<>(made.values());
    }

    /// Notes that everything on the remote goes but these objects.
    void taking(Collection<ObjectName> left) {
        for (var hash : made.keySet()) {
            if (!left.contains(name(hash))) {
                taken.add(hash);
                takenUnnoticed.add(hash);
            }
        }
    }

    /// Notes that the devices go to an empty place, and know it.
    void moving() {
        taken.addAll(made.keySet());
        takenUnnoticed.clear();
    }

    private static ObjectName name(String hash) {
        return new ContentHash(hash).objectName();
    }

    private boolean isOnRemote(String hash) {
        return fleet.backing()
                .get(name(hash), 1 << 30)
                .map(RemoteObject::bytes)
                .map(Names::sha256)
                .equals(Optional.of(hash));
    }

    /// Checks what must hold after each step.
    ///
    /// @throws Violation when something does not
    void check() {
        if (!fleet.hasFiles()) {
            return;
        }
        for (var member : fleet.members()) {
            requireKept(member);
        }
        for (var hash : named()) {
            if (!taken.contains(hash) && !isOnRemote(hash)) {
                throw new Violation("the log names " + hash + ", which is not on the remote");
            }
        }
    }

    /// The contents that the log names, in files and in the versions of conflicts.
    private Set<String> named() {
        var named = new HashSet<String>();
        fleet.durability().read().rows().forEach((record, row) -> addNamed(record, row, named));
        return named;
    }

    private void addNamed(RecordId record, Row row, Set<String> to) {
        if (record.table().equals("file")) {
            row.text("sha256").filter(made::containsKey).ifPresent(to::add);
        } else if (record.table().equals("conflict")) {
            var text = row.toString();
            made.keySet().stream().filter(text::contains).forEach(to::add);
        }
    }

    private void requireKept(Member member) {
        var here = fleet.contents(member).all();
        here.forEach((hash, bytes) -> {
            if (!Names.sha256(bytes).equals(hash)) {
                throw new Violation(member.id() + " holds other bytes as " + hash);
            }
        });
        var before = held.getOrDefault(member, Set.of());
        for (var hash : before) {
            if (!here.containsKey(hash) && !taken.contains(hash) && !isOnRemote(hash)) {
                throw new Violation(member.id() + " removed " + hash + ", which is not on the remote");
            }
        }
        held.put(member, Set.copyOf(here.keySet()));
    }

    /// Checks after a round in which nothing failed that only what names a content waits for one.
    ///
    /// @throws Violation when something else was held up
    void requireNothingHeldUp(Member member) {
        if (!fleet.hasFiles()) {
            return;
        }
        var heldUp = member.look(sql -> {
            var rows = new HashSet<>(sql.list("""
                    SELECT tbl, id FROM pending
                    WHERE NOT (tbl = 'file' AND id IN (SELECT id FROM file JOIN content USING (sha256)
                                                       WHERE here = 1 AND sent = 0))
                      AND NOT (tbl = 'conflict' AND id IN (SELECT conflict.id FROM conflict JOIN content
                                                           ON here = 1 AND sent = 0 AND instr(mine || theirs, sha256)))""", row -> new RecordId(row.getString(1), row.getString(2))));
            UnsendableRows.all(sql, member.program().schema()).forEach(row -> rows.remove(row.record()));
            return rows;
        });
        if (!heldUp.isEmpty()) {
            throw new Violation(member.id() + " did not send " + heldUp);
        }
    }

    /// Checks that a fleet at rest has every content that some device has, wherever a row names it.
    ///
    /// @throws Violation when something does not hold
    void checkAtRest() {
        if (!fleet.hasFiles()) {
            return;
        }
        check();
        var somewhere = new HashSet<String>();
        fleet.members()
                .forEach(member -> somewhere.addAll(fleet.contents(member).all().keySet()));
        for (var hash : named()) {
            var isThere = isOnRemote(hash);
            if (!isThere && somewhere.contains(hash) && !takenUnnoticed.contains(hash)) {
                throw new Violation(hash + " is named and on a device, and not on the remote");
            }
        }
        fleet.members().stream().filter(fleet::movesContents).forEach(this::requireReadable);
    }

    private void requireReadable(Member member) {
        var rows = member.look(sql -> sql.list(
                "SELECT DISTINCT sha256 FROM file WHERE trashed_at IS NULL AND length(sha256) = 64",
                row -> row.getString(1)));
        for (var hash : rows) {
            if (isOnRemote(hash) && !fleet.contents(member).all().containsKey(hash)) {
                throw new Violation(member.id() + " does not have " + hash + ", which the remote has");
            }
            if (isOnRemote(hash) && !fleet.contents(member).store().isHere(new ContentHash(hash))) {
                throw new Violation(member.id() + " does not show " + hash + " as here");
            }
        }
    }
}
