package tidemark.merge;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tidemark.schema.Value;

/// A set of lines as one text: sorted, each line once, none empty, and parted by a line feed. Equal sets are equal
/// texts.
public record LineSet(SortedSet<String> lines) {
    public LineSet {
        lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
    }

    /// The set of these lines, none of which holds a line feed.
    public static LineSet of(Collection<String> lines) {
        return new LineSet(new TreeSet<>(lines));
    }

    /// The lines of this text.
    public static LineSet of(String text) {
        var lines = new TreeSet<String>();
        text.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
        return new LineSet(lines);
    }

    /// The lines that are in all three, or that `mine` or `theirs` has added to `base`.
    public static LineSet merge(LineSet base, LineSet mine, LineSet theirs) {
        var merged = new TreeSet<>(mine.lines);
        merged.addAll(theirs.lines);
        merged.removeIf(
                line -> base.lines.contains(line) && !(mine.lines.contains(line) && theirs.lines.contains(line)));
        return new LineSet(merged);
    }

    /// The value of a column that holds this set; NULL for the empty one.
    public Optional<Value> value() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(Value.of(String.join("\n", lines)));
    }
}
