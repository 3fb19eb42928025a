package tidemark.merge;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.Comparator;
import java.util.List;

/// The difference of two sequences of tokens, found with the algorithm of Myers ("An O(ND) Difference Algorithm and Its
/// Variations", 1986).
///
/// A token is a number that stands for a line or a word, so that comparing two costs the same however long they are.
final class Diff {
    /// The replacement of tokens `from` to `to` of the base by tokens `newFrom` to `newTo`; the ends are excluded.
    record Edit(int from, int to, int newFrom, int newTo) {}

    private Diff() {}

    /// The edits that lead from `base` to `side`, in order.
    ///
    /// @throws Budget.Exceeded when there are too many
    static List<Edit> between(List<Integer> base, List<Integer> side, Budget budget) {
        int shortest = Math.min(base.size(), side.size());
        int prefix = 0;
        while (prefix < shortest && base.get(prefix).equals(side.get(prefix))) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < shortest - prefix && fromEnd(base, suffix).equals(fromEnd(side, suffix))) {
            suffix++;
        }
        var here = base.subList(prefix, base.size() - suffix);
        var there = side.subList(prefix, side.size() - suffix);
        int begin = prefix;
        budget.spend(base.size() + (long) side.size());
        var changes = new MyersDiff<Integer>().computeDiff(here, there, limit(here.size(), there.size(), budget));
        return changes.stream()
                .map(change -> edit(begin, change))
                .sorted(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::newFrom))
                .toList();
    }

    private static Integer fromEnd(List<Integer> tokens, int index) {
        return tokens.get(tokens.size() - 1 - index);
    }

    private static Edit edit(int begin, Change change) {
        return new Edit(
                begin + change.startOriginal,
                begin + change.endOriginal,
                begin + change.startRevised,
                begin + change.endRevised);
    }

    /// Each round of Myers' algorithm looks at one diagonal more than the last; along a diagonal it goes no further
    /// than the shorter sequence.
    private static DiffAlgorithmListener limit(int here, int there, Budget budget) {
        long diagonal = 2L * Math.min(here, there);
        return new DiffAlgorithmListener() {
            @Override
            public void diffStart() {}

            @Override
            public void diffStep(int round, int rounds) {
                budget.spend(round + 1 + diagonal);
            }

            @Override
            public void diffEnd() {}
        };
    }
}
