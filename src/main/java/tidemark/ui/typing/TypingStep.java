package tidemark.ui.typing;

import java.util.ArrayList;
import java.util.List;

/// A group of typed splices as they are taken back, or made again, together.
///
/// @param changes the changes that do it, one after the other
/// @param from the selection before them
/// @param to the selection after them
record TypingStep(List<Splices> changes, Selection from, Selection to) {
    /// The memory that a splice takes besides its text, in bytes, roughly.
    private static final long SPLICE = 64;

    /// A step over a foreign change, and the foreign change over the step.
    record Over(TypingStep step, Splices foreign) {}

    TypingStep {
        changes = List.copyOf(changes);
    }

    boolean isNothing() {
        return changes.stream().allMatch(Splices::isNothing);
    }

    /// The memory that it takes, in bytes, roughly.
    long size() {
        return changes.stream()
                .mapToLong(change -> change.list().size() * SPLICE + 2L * change.size())
                .sum();
    }

    String apply(String text) {
        var now = text;
        for (var change : changes) {
            now = change.apply(now);
        }
        return now;
    }

    /// The step that takes this step on `text` back.
    TypingStep inverse(String text) {
        var back = new ArrayList<Splices>();
        var now = text;
        for (var change : changes) {
            back.addFirst(change.inverse(now));
            now = change.apply(now);
        }
        return new TypingStep(back, to, from);
    }

    /// This step for a text that `foreign`, which was made from the same text, has changed already.
    Over over(Splices foreign) {
        var mine = new ArrayList<Splices>();
        var rest = foreign;
        for (var change : changes) {
            mine.add(Rebasing.over(change, rest, true));
            rest = Rebasing.over(rest, change, false);
        }
        return new Over(new TypingStep(mine, from.after(foreign), to.after(rest)), rest);
    }
}
