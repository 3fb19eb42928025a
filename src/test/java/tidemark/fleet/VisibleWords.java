package tidemark.fleet;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import tidemark.conflict.ConflictRow;
import tidemark.db.Sql;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The words that a person can see at one device: in the records, and in the versions of conflicts as their reader
/// shows them. What is only in the log, or in bytes of a conflict that no reader shows, is not among them.
///
/// @param words all of them
/// @param places the same words with the records that hold them; a copy of a record holds them, too
record VisibleWords(Set<String> words, Set<Place> places) {
    /// A word in a record that is no conflict.
    record Place(RecordId record, String word) {}

    /// The words at this device.
    static VisibleWords of(Member member) {
        return member.look(sql -> of(member, sql));
    }

    private static VisibleWords of(Member member, Sql sql) throws SQLException {
        var words = new HashSet<String>();
        var places = new HashSet<Place>();
        var rows = new LibraryReader(sql).rows(member.program().schema());
        rows.forEach((record, row) -> {
            if (record.table().equals(LibrarySchema.CONFLICT.name())) {
                var conflict = new ConflictRow(record, row);
                if (rows.containsKey(conflict.record())) { // it goes with its record, though not at once
                    conflict.versions().forEach(version -> Words.addFrom(version.value(), words));
                }
            } else {
                var here = new HashSet<String>();
                Words.addFrom(row, here);
                here.forEach(word -> places.add(new Place(record, word)));
                words.addAll(here);
            }
        });
        return new VisibleWords(words, places);
    }

    /// Lets the person at this device act, and notes which of the words to be seen there are replaced or removed by it.
    /// Where the process is killed meanwhile, it may have been any.
    static void act(Member member, Runnable action) {
        var before = of(member);
        try {
            action.run();
        } catch (ProcessKilled killed) {
            member.liveWrites().acted(before.words());
            throw killed;
        } finally {
            member.liveWrites().acted(before.goneBy(of(member)));
        }
    }

    /// The words that are no longer where they were, or nowhere.
    Set<String> goneBy(VisibleWords after) {
        var gone = new HashSet<>(words);
        gone.removeAll(after.words);
        places.stream().filter(place -> !after.places.contains(place)).forEach(place -> gone.add(place.word()));
        return gone;
    }
}
