package tidemark.fleet;

import java.util.HashSet;
import java.util.Set;
import tidemark.conflict.ConflictRow;
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

    static VisibleWords of(Member member) {
        var words = new HashSet<String>();
        var places = new HashSet<Place>();
        member.rows().forEach((record, row) -> {
            if (record.table().equals(LibrarySchema.CONFLICT.name())) {
                new ConflictRow(record, row).versions().forEach(version -> Words.addFrom(version.value(), words));
            } else {
                var here = new HashSet<String>();
                Words.addFrom(row, here);
                here.forEach(word -> places.add(new Place(record, word)));
                words.addAll(here);
            }
        });
        return new VisibleWords(words, places);
    }

    /// The words that are no longer where they were, or nowhere.
    Set<String> goneBy(VisibleWords after) {
        var gone = new HashSet<>(words);
        gone.removeAll(after.words);
        places.stream().filter(place -> !after.places.contains(place)).forEach(place -> gone.add(place.word()));
        return gone;
    }
}
