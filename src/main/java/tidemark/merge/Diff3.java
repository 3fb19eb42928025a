package tidemark.merge;

import java.util.ArrayList;
import java.util.List;
import tidemark.merge.Diff.Edit;

/// A three-way merge of sequences of tokens: the edits of two sides are aligned on the base that both were made from.
///
/// The algorithm is diff3 (Khanna, Kunal, Pierce, "A Formal Investigation of Diff3", 2007), with one difference: a
/// [Border] decides whether edits that only touch are one region.
final class Diff3 {
    /// The side that changed a region.
    enum Kind {
        /// Neither side.
        SAME,
        /// Only mine.
        MINE,
        /// Only theirs.
        THEIRS,
        /// Both sides, in the same way.
        BOTH,
        /// Both sides, differently.
        CONFLICT
    }

    /// Tokens `from` to `to` of one of the three sequences, the end excluded.
    record Span(int from, int to) {
        <T> List<T> of(List<T> tokens) {
            return tokens.subList(from, to);
        }
    }

    /// A piece of the base with its counterpart on either side. The regions of a merge cover all three sequences
    /// without a gap.
    record Region(Kind kind, Span base, Span mine, Span theirs) {}

    /// The rule by which an edit right behind another one counts as separate.
    interface Border {
        /// The border between words: words that touch are one change.
        Border WORDS = _ -> false;

        /// Whether an edit that inserts these tokens is independent of one right behind it.
        boolean isSharp(List<Integer> tokens);
    }

    private final List<Integer> base;
    private final List<Integer> mine;
    private final List<Integer> theirs;
    private final Border border;
    private final Side left;
    private final Side right;
    private final List<Region> regions = new ArrayList<>();
    private int at;
    // The region being collected: its end, and whether an edit that begins there belongs to it.
    private int regionEnd;
    private boolean isEndOpen;

    private Diff3(List<List<Integer>> texts, Border border, Budget budget) {
        this.base = texts.get(0);
        this.mine = texts.get(1);
        this.theirs = texts.get(2);
        this.border = border;
        this.left = new Side(mine, Diff.between(base, mine, budget));
        this.right = new Side(theirs, Diff.between(base, theirs, budget));
    }

    /// The regions in order.
    ///
    /// @param texts base, mine and theirs
    /// @throws Budget.Exceeded when there are too many differences
    static List<Region> regions(List<List<Integer>> texts, Border border, Budget budget) {
        return new Diff3(texts, border, budget).run();
    }

    private List<Region> run() {
        while (left.hasNext() || right.hasNext()) {
            var first = first();
            same(first.begin());
            regionEnd = at;
            isEndOpen = false;
            take(first);
            while (joins(left) || joins(right)) {
                take(joins(left) ? left : right);
            }
            changed(regionEnd);
        }
        same(base.size());
        return regions;
    }

    /// The side whose edit comes next. Of an insertion and a change at one place the insertion is first, whichever side
    /// made it.
    private Side first() {
        if (left.begin() != right.begin()) {
            return left.begin() < right.begin() ? left : right;
        }
        return right.isInsertion() ? right : left;
    }

    private void take(Side side) {
        var edit = side.take();
        var isSharp = border.isSharp(side.tokens.subList(edit.newFrom(), edit.newTo()));
        isEndOpen = !isSharp || (isEndOpen && edit.to() <= regionEnd);
        regionEnd = Math.max(regionEnd, edit.to());
    }

    /// Whether the next edit of the side belongs to the current region: it changes the same tokens, inserts at the same
    /// place, or touches at a border that is not sharp.
    private boolean joins(Side side) {
        return side.begin() < regionEnd
                || (side.begin() == regionEnd && (isEndOpen || (at == regionEnd && side.isInsertion())));
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
        left.advance();
        right.advance();
        at = end;
    }

    /// The edits of one side, consumed in order.
    private static final class Side {
        private final List<Integer> tokens;
        private final List<Edit> edits;
        private int next;
        // The offset of this side from the base: before the current region, and behind it.
        private int before;
        private int behind;
        private boolean taken;

        Side(List<Integer> tokens, List<Edit> edits) {
            this.tokens = tokens;
            this.edits = edits;
        }

        boolean hasNext() {
            return next < edits.size();
        }

        int begin() {
            return hasNext() ? edits.get(next).from() : Integer.MAX_VALUE;
        }

        boolean isInsertion() {
            return hasNext() && edits.get(next).from() == edits.get(next).to();
        }

        Edit take() {
            var edit = edits.get(next++);
            behind = edit.newTo() - edit.to();
            taken = true;
            return edit;
        }

        boolean hasTaken() {
            return taken;
        }

        Span span(int begin, int end) {
            return new Span(begin + before, end + behind);
        }

        void advance() {
            before = behind;
            taken = false;
        }
    }
}
