package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import tidemark.merge.Hunk;
import tidemark.ui.conflicts.Piece.Take;

/// The head of a changed piece: its number, who changed it, and what can be taken for it.
final class PieceHead extends FlowPane {
    private static final Map<Take, String> KEYS =
            Map.of(Take.MINE, "Alt+\u2190", Take.THEIRS, "Alt+\u2192", Take.BOTH, "Alt+B", Take.BASE, "Alt+Delete");

    PieceHead(PieceEdits edits, PieceRow.Head head) {
        var piece = head.piece();
        getStyleClass().addAll("piece-head", piece.isDisputed() ? "disputed" : "one-sided");
        var number = new Label(text("conflict.piece", head.number(), head.of()));
        number.getStyleClass().add("text-bold");
        var story = new Label(story(edits, piece.hunk()));
        story.getStyleClass().add("text-muted");
        getChildren().setAll(number, story);
        var group = new ToggleGroup();
        for (var take : piece.takes()) {
            var toggle = new ToggleButton(name(edits, piece, take));
            toggle.setId("take-" + head.number() + "-" + take.name().toLowerCase(Locale.ROOT));
            toggle.getStyleClass().addAll("compact", "take");
            toggle.setToggleGroup(group);
            toggle.setSelected(take == piece.taken());
            toggle.setOnAction(_ -> edits.take(piece, take));
            if (KEYS.containsKey(take)) {
                toggle.setTooltip(new Tooltip(toggle.getText() + " (" + KEYS.get(take) + ")"));
            }
            getChildren().add(toggle);
        }
        getChildren().add(edit(edits, head));
    }

    private static Button edit(PieceEdits edits, PieceRow.Head head) {
        var edit = new Button(text("conflict.edit"));
        edit.setId("edit-" + head.number());
        edit.getStyleClass().addAll("flat", "compact");
        edit.setTooltip(new Tooltip(text("conflict.edit.hint")));
        edit.setOnAction(_ -> edits.table().activate(head));
        return edit;
    }

    private static String story(PieceEdits edits, Hunk hunk) {
        return switch (hunk) {
            case Hunk.Mine _ -> text("conflict.piece.one", edits.name(Take.MINE));
            case Hunk.Theirs _ -> text("conflict.piece.one", edits.name(Take.THEIRS));
            case Hunk.Both _ -> text("conflict.piece.alike");
            case Hunk.WordMerged _ -> text("conflict.piece.words");
            case Hunk.Conflict _, Hunk.Same _ -> text("conflict.piece.disputed");
        };
    }

    private static String name(PieceEdits edits, Piece piece, Take take) {
        return take == Take.MERGED && piece.hunk() instanceof Hunk.Both
                ? text("conflict.take.change")
                : edits.name(take);
    }
}
