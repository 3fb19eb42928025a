package tidemark.ui.typing;

import java.util.ArrayList;
import java.util.List;
import tidemark.merge.TextPatch;

/// A change of a text at any number of places.
///
/// @param list in order and apart from one another; places are counted in the text before the change
public record Splices(List<Splice> list) {
    static final Splices NONE = new Splices(List.of());

    public Splices {
        list = List.copyOf(list);
    }

    static Splices of(Splice splice) {
        return splice.isNothing() ? NONE : new Splices(List.of(splice));
    }

    /// The change that turns `was` into `now`: one splice for each run of lines that differ, as short as it can be.
    public static Splices between(String was, String now) {
        var splices = new ArrayList<Splice>();
        int at = 0;
        int points = 0;
        for (var run : TextPatch.byLines(was, now).splices()) {
            at = was.offsetByCodePoints(at, run.at() - points);
            points = run.at();
            for (var part : TextPatch.between(run.removed(), run.added()).splices()) {
                var begin = at + run.removed().offsetByCodePoints(0, part.at());
                splices.add(new Splice(begin, part.removed().length(), part.added()));
            }
        }
        splices.removeIf(Splice::isNothing);
        return new Splices(splices);
    }

    boolean isNothing() {
        return list.isEmpty();
    }

    /// The number of chars that are put in.
    int size() {
        return list.stream().mapToInt(splice -> splice.added().length()).sum();
    }

    /// The text after this change of `was`.
    public String apply(String was) {
        var now = new StringBuilder();
        int at = 0;
        for (var splice : list) {
            now.append(was, at, splice.at()).append(splice.added());
            at = splice.end();
        }
        return now.append(was, at, was.length()).toString();
    }

    /// The change that takes this change of `was` back.
    Splices inverse(String was) {
        var back = new ArrayList<Splice>();
        int shift = 0;
        for (var splice : list) {
            back.add(
                    new Splice(splice.at() + shift, splice.added().length(), was.substring(splice.at(), splice.end())));
            shift += splice.added().length() - splice.removed();
        }
        return new Splices(back);
    }

    /// The place of a caret after this change: one behind a splice moves with it, one inside stays as near as it can.
    int moved(int place) {
        int shift = 0;
        for (var splice : list) {
            if (place <= splice.at()) {
                break;
            }
            if (place < splice.end()) {
                return shift + Math.min(place, splice.at() + splice.added().length());
            }
            shift += splice.added().length() - splice.removed();
        }
        return place + shift;
    }
}
