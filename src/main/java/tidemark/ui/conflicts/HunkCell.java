package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import tidemark.merge.Hunk;
import tidemark.merge.TextPatch;

/// The lines of one side of a hunk, with the differences from the base marked.
final class HunkCell {
    /// The number of lines shown at either end of a long run of unchanged lines.
    private static final int CONTEXT = 3;

    private HunkCell() {}

    static Node base(Hunk hunk) {
        return cell(hunk, hunk.base(), Optional.empty());
    }

    static Node mine(Hunk hunk) {
        return cell(hunk, hunk.mine(), Optional.of(hunk.base()));
    }

    static Node theirs(Hunk hunk) {
        return cell(hunk, hunk.theirs(), Optional.of(hunk.base()));
    }

    private static Node cell(Hunk hunk, List<String> lines, Optional<List<String>> base) {
        var flow = new TextFlow();
        var isChanged = base.isPresent() && !base.get().equals(lines);
        if (isChanged) {
            changed(flow, String.join("", base.get()), shown(String.join("", lines)));
        } else {
            run(flow, shown(shortened(hunk, lines)), "plain");
        }
        var cell = new StackPane(flow);
        cell.getStyleClass().addAll("hunk-cell", kind(hunk), isChanged ? "changed" : "unchanged");
        return cell;
    }

    private static String kind(Hunk hunk) {
        return "hunk-" + hunk.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// The lines without their last line feed, which would be drawn as an empty line.
    private static String shown(String lines) {
        return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }

    private static String shortened(Hunk hunk, List<String> lines) {
        if (!(hunk instanceof Hunk.Same) || lines.size() <= 2 * CONTEXT + 1) {
            return String.join("", lines);
        }
        var left = lines.size() - 2 * CONTEXT;
        return String.join("", lines.subList(0, CONTEXT))
                + text("conflict.unchanged", left)
                + "\n"
                + String.join("", lines.subList(lines.size() - CONTEXT, lines.size()));
    }

    private static void changed(TextFlow flow, String base, String lines) {
        if (lines.isEmpty()) {
            run(flow, text("conflict.removed"), "removed");
            return;
        }
        var splice = TextPatch.between(shown(base), lines).splices().getFirst();
        var begin = lines.offsetByCodePoints(0, splice.at());
        var end = begin + splice.added().length();
        run(flow, lines.substring(0, begin), "plain");
        run(flow, lines.substring(begin, end), "added");
        run(flow, lines.substring(end), "plain");
    }

    private static void run(TextFlow flow, String words, String style) {
        if (!words.isEmpty()) {
            var run = new Text(words);
            run.getStyleClass().addAll("run", style);
            flow.getChildren().add(run);
        }
    }
}
