package tidemark.ui.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tidemark.library.Conflict;
import tidemark.merge.Hunk;
import tidemark.merge.Hunk.Pick;
import tidemark.merge.TextMerge;

/// Which side each piece of a text is taken from, and the text that comes of it.
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

    /// The numbers of the pieces that both changed differently.
    List<Integer> disputed() {
        return IntStream.range(0, hunks.size())
                .filter(index -> hunks.get(index) instanceof Hunk.Conflict)
                .boxed()
                .toList();
    }

    Pick pick(int hunk) {
        return picks.get(hunk);
    }

    /// Picks a side for a piece, and lays that into the result as it was written so far.
    String pick(int hunk, Pick side, String result) {
        var before = text();
        picks.set(hunk, side);
        return TextMerge.merge(before, result, text()).text();
    }

    /// The text by the picks alone.
    String text() {
        var disputed = disputed();
        return TextMerge.text(hunks, conflict -> picks.get(disputed.get(conflict)));
    }
}
