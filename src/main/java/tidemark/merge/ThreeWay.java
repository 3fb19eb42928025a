package tidemark.merge;

import java.util.ArrayList;
import java.util.List;
import tidemark.merge.Differences.Edit;

/// Lays two edited sequences of tokens over the one that both were made from, as diff3 does.
final class ThreeWay {
    /// Who changed a region.
    enum Kind {
        /// Nobody.
        SAME,
        /// Only I did.
        MINE,
        /// Only they did.
        THEIRS,
        /// Both, in the same way.
        BOTH,
        /// Both, differently.
        CONFLICT
    }

    /// Tokens `from` to `to` of one of the three sequences, the end excluded.
    record Span(int from, int to) {
        <T> List<T> of(List<T> tokens) {
            return tokens.subList(from, to);
        }
    }

    /// What corresponds in the three sequences. The regions of a merge cover all three without a gap.
    record Region(Kind kind, Span base, Span mine, Span theirs) {}

    private final List<Integer> base;
    private final List<Integer> mine;
    private final List<Integer> theirs;
    private final Side left;
    private final Side right;
    private final List<Region> regions = new ArrayList<>();
    private int at;

    private ThreeWay(List<Integer> base, List<Integer> mine, List<Integer> theirs, Work work) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.left = new Side(Differences.between(base, mine, work));
        this.right = new Side(Differences.between(base, theirs, work));
    }

    /// The regions in order.
    ///
    /// @throws Work.Exceeded when there are too many differences
    static List<Region> regions(List<Integer> base, List<Integer> mine, List<Integer> theirs, Work work) {
        return new ThreeWay(base, mine, theirs, work).run();
    }

    private List<Region> run() {
        while (left.hasNext() || right.hasNext()) {
            int begin = Math.min(left.begin(), right.begin());
            same(begin);
            int end = begin;
            int before;
            do {
                before = end;
                end = right.take(begin, left.take(begin, end));
            } while (end != before);
            changed(end);
        }
        same(base.size());
        return regions;
    }

    private void same(int end) {
        if (end > at) {
            add(Kind.SAME, end);
        }
    }

    private void changed(int end) {
        var isMine = left.hasTaken();
        var isTheirs = right.hasTaken();
        if (isMine && isTheirs) {
            var here = left.span(at, end).of(mine);
            var there = right.span(at, end).of(theirs);
            add(here.equals(there) ? Kind.BOTH : Kind.CONFLICT, end);
        } else {
            add(isMine ? Kind.MINE : Kind.THEIRS, end);
        }
    }

    private void add(Kind kind, int end) {
        regions.add(new Region(kind, new Span(at, end), left.span(at, end), right.span(at, end)));
        left.passed();
        right.passed();
        at = end;
    }

    /// The edits of one side, taken one after another.
    private static final class Side {
        private final List<Edit> edits;
        private int next;
        // How far this side is ahead of the base: before the present region, and behind it.
        private int before;
        private int behind;
        private boolean taken;

        Side(List<Edit> edits) {
            this.edits = edits;
        }

        boolean hasNext() {
            return next < edits.size();
        }

        int begin() {
            return hasNext() ? edits.get(next).from() : Integer.MAX_VALUE;
        }

        /// Takes the edits that touch the region of the base from `begin` to `end`, and returns how far it then goes.
        int take(int begin, int end) {
            int reach = end;
            while (hasNext()
                    && edits.get(next).from() <= reach
                    && edits.get(next).to() >= begin) {
                var edit = edits.get(next++);
                reach = Math.max(reach, edit.to());
                behind = edit.newTo() - edit.to();
                taken = true;
            }
            return reach;
        }

        boolean hasTaken() {
            return taken;
        }

        Span span(int begin, int end) {
            return new Span(begin + before, end + behind);
        }

        void passed() {
            before = behind;
            taken = false;
        }
    }
}
