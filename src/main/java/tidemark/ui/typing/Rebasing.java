package tidemark.ui.typing;

import java.util.ArrayList;
import java.util.List;

/// The computation of one change over another, both of the same text and read from its start to its end. Each char
/// that one of the two takes out is out, each that one puts in is in.
final class Rebasing {
    /// A reading of splices: text put in, then chars taken out, then chars left alone.
    private static final class Reading {
        private final List<Splice> splices;
        private int next;
        private int place;
        private int out;

        Reading(Splices change) {
            splices = change.list();
        }

        /// The text that is put in at this place; to be asked for once for each place.
        String added(int at) {
            if (next == splices.size() || splices.get(next).at() != at) {
                return "";
            }
            var splice = splices.get(next++);
            place = at;
            out = splice.removed();
            return splice.added();
        }

        /// Whether the char at this place is taken out.
        boolean removes(int at) {
            return at < place + out;
        }

        /// The next place behind this one where the reading changes.
        int border(int at) {
            if (removes(at)) {
                return place + out;
            }
            return next < splices.size() ? splices.get(next).at() : Integer.MAX_VALUE;
        }
    }

    private final Reading mine;
    private final Reading other;
    private final boolean isFirst;
    private final List<Splice> result = new ArrayList<>();

    /// The place in the text that the other change has changed already.
    private int at;

    private Rebasing(Splices mine, Splices other, boolean isFirst) {
        this.mine = new Reading(mine);
        this.other = new Reading(other);
        this.isFirst = isFirst;
    }

    /// The change `mine` for the text that `other`, a change of the same text, has changed already. The order of the
    /// two makes no difference: one and then the other over it is the other and then the one over it.
    ///
    /// @param isFirst whether `mine` goes first where both put something in at one place: so for one of the two
    static Splices over(Splices mine, Splices other, boolean isFirst) {
        return new Rebasing(mine, other, isFirst).result();
    }

    private Splices result() {
        int place = 0;
        while (place < Integer.MAX_VALUE) {
            putIn(mine.added(place), other.added(place).length());
            var border = Math.min(mine.border(place), other.border(place));
            if (!other.removes(place)) {
                if (mine.removes(place)) {
                    add(border - place, "");
                }
                at += border - place;
            }
            place = border;
        }
        return new Splices(result);
    }

    private void putIn(String added, int byOther) {
        if (isFirst) {
            add(0, added);
            at += byOther;
        } else {
            at += byOther;
            add(0, added);
        }
    }

    /// Adds a splice here, or makes the one before longer where they touch.
    private void add(int removed, String added) {
        if (removed == 0 && added.isEmpty()) {
            return;
        }
        if (!result.isEmpty() && result.getLast().end() == at) {
            var before = result.removeLast();
            result.add(new Splice(before.at(), before.removed() + removed, before.added() + added));
        } else {
            result.add(new Splice(at, removed, added));
        }
    }
}
