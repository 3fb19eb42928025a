package tidemark.ui.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tidemark.library.Conflict;
import tidemark.merge.Hunk;
import tidemark.merge.Hunk.Pick;
import tidemark.merge.TextMerge;

/// The side picked for each hunk of a text, and the text that results.
///
/// The person may write in the result at any time: a pick changes only its own lines there.
final class Picks {
    private final List<Hunk> hunks;
    private final List<Pick> picks;

    Picks(Conflict conflict) {
        this.hunks = conflict.hunks();
        this.picks = new ArrayList<>(hunks.stream().map(_ -> Pick.MINE).toList());
    }

    List<Hunk> hunks() {
        return hunks;
    }

    /// The numbers of the hunks in conflict: those that both sides changed, and differently.
    List<Integer> conflictIndexes() {
        return IntStream.range(0, hunks.size())
                .filter(index -> hunks.get(index) instanceof Hunk.Conflict)
                .boxed()
                .toList();
    }

    Pick pick(int hunk) {
        return picks.get(hunk);
    }

    /// Picks a side for a hunk and returns the result, as written so far, merged with that.
    String pick(int hunk, Pick side, String result) {
        var before = text();
        picks.set(hunk, side);
        return TextMerge.merge(before, result, text()).text();
    }

    /// The text that the picks alone give.
    String text() {
        var disputed = conflictIndexes();
        return TextMerge.text(hunks, conflict -> picks.get(disputed.get(conflict)));
    }
}
