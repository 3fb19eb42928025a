package tidemark.merge;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Joins two versions of a text line by line, as diff3 does.
///
/// Lines keep their ends, so joining pieces gives every text back exactly.
public final class TextMerge {
    private static final Pattern LINES = Pattern.compile("(?<=\\n)");

    /// The joined text; where both sides changed the same lines it has mine, and is not clean.
    public record Result(String text, boolean isClean) {}

    private final List<String> base;
    private final List<String> mine;
    private final List<String> theirs;
    private final List<AbstractDelta<String>> left;
    private final List<AbstractDelta<String>> right;
    private final StringBuilder text = new StringBuilder();
    private boolean clean = true;

    private TextMerge(String base, String mine, String theirs) {
        this.base = lines(base);
        this.mine = lines(mine);
        this.theirs = lines(theirs);
        this.left = DiffUtils.diff(this.base, this.mine).getDeltas();
        this.right = DiffUtils.diff(this.base, this.theirs).getDeltas();
    }

    /// Joins two texts that were both made from `base`.
    public static Result merge(String base, String mine, String theirs) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            return new Result(mine, true);
        }
        if (mine.equals(base)) {
            return new Result(theirs, true);
        }
        return new TextMerge(base, mine, theirs).run();
    }

    private static List<String> lines(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(LINES.split(text, -1)).stream()
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private Result run() {
        int at = 0;
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            var begin = Math.min(begin(left, l), begin(right, r));
            var end = begin;
            var firstLeft = l;
            var firstRight = r;
            boolean grown;
            do {
                grown = false;
                while (l < left.size() && touches(left.get(l), begin, end)) {
                    end = Math.max(end, end(left.get(l++)));
                    grown = true;
                }
                while (r < right.size() && touches(right.get(r), begin, end)) {
                    end = Math.max(end, end(right.get(r++)));
                    grown = true;
                }
            } while (grown);
            append(base.subList(at, begin));
            region(begin, end, left.subList(firstLeft, l), right.subList(firstRight, r));
            at = end;
        }
        append(base.subList(at, base.size()));
        return new Result(text.toString(), clean);
    }

    private void region(int begin, int end, List<AbstractDelta<String>> here, List<AbstractDelta<String>> there) {
        var m = side(begin, end, here);
        var t = side(begin, end, there);
        if (there.isEmpty() || m.equals(t)) {
            append(m);
        } else if (here.isEmpty()) {
            append(t);
        } else {
            append(m);
            clean = false;
        }
    }

    private List<String> side(int begin, int end, List<AbstractDelta<String>> deltas) {
        var lines = new ArrayList<String>();
        int at = begin;
        for (var delta : deltas) {
            lines.addAll(base.subList(at, delta.getSource().getPosition()));
            lines.addAll(delta.getTarget().getLines());
            at = end(delta);
        }
        lines.addAll(base.subList(at, end));
        return lines;
    }

    private void append(List<String> lines) {
        lines.forEach(text::append);
    }

    private static int begin(List<AbstractDelta<String>> deltas, int index) {
        return index < deltas.size() ? deltas.get(index).getSource().getPosition() : Integer.MAX_VALUE;
    }

    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }

    private static boolean touches(AbstractDelta<String> delta, int begin, int end) {
        return delta.getSource().getPosition() <= end && end(delta) >= begin;
    }
}
