package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import tidemark.merge.TextPatch;

/// Lines of a text, with what differs from the base marked.
final class MarkedText extends TextFlow {
    private MarkedText() {}

    /// The lines as they are.
    static MarkedText plain(String lines) {
        var flow = new MarkedText();
        flow.run(shown(lines), "plain");
        return flow;
    }

    /// The lines with the words marked that are not in the base.
    static MarkedText changed(String base, String lines) {
        var flow = new MarkedText();
        if (lines.isEmpty() && !base.isEmpty()) {
            flow.run(text("conflict.removed"), "removed");
        } else {
            flow.mark(shown(base), shown(lines));
        }
        return flow;
    }

    private void mark(String base, String lines) {
        var splice = TextPatch.between(base, lines).splices().getFirst();
        var at = lines.offsetByCodePoints(0, splice.at());
        var begin = splice.added().isEmpty() ? at : wordEdge(lines, at, -1);
        var end = splice.added().isEmpty()
                ? at
                : wordEdge(lines, at + splice.added().length(), 1);
        run(lines.substring(0, begin), "plain");
        run(lines.substring(begin, end), "added");
        run(lines.substring(end), "plain");
    }

    /// The edge of the word that this place is within, on either side.
    private static int wordEdge(String lines, int place, int step) {
        int edge = place;
        while (edge > 0
                && edge < lines.length()
                && Character.isLetterOrDigit(lines.charAt(edge - 1))
                && Character.isLetterOrDigit(lines.charAt(edge))) {
            edge += step;
        }
        return edge;
    }

    /// The lines without their last line feed, which would be drawn as an empty line.
    private static String shown(String lines) {
        return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }

    private void run(String words, String style) {
        if (!words.isEmpty()) {
            var run = new Text(words);
            run.getStyleClass().addAll("run", style);
            getChildren().add(run);
        }
    }
}
