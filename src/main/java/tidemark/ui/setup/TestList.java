package tidemark.ui.setup;

import static tidemark.ui.base.Texts.text;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.problem.Problem;
import tidemark.remote.probe.Outcome;
import tidemark.remote.probe.StepResult;
import tidemark.sync.Rehearsal;
import tidemark.ui.base.Icons;

/// What came of the test, step by step, and what the first sync would do.
final class TestList extends VBox {
    private static final double SPINNER = 18;
    private static final String PROJECT = "project";
    private static final String NOTE = "note";

    TestList() {
        setId("test-list");
        getStyleClass().add("test-list");
    }

    void show(SetupStage stage) {
        getChildren().clear();
        stage.steps().stream()
                .filter(step -> !(stage instanceof SetupStage.Failed && step.outcome() instanceof Outcome.Skipped))
                .forEach(step -> getChildren().add(line(step)));
        switch (stage) {
            case SetupStage.Testing _ -> getChildren().add(waiting());
            case SetupStage.Failed(var _, var problem) -> getChildren().add(failure(problem));
            case SetupStage.Ready(var _, var report) -> getChildren().add(rehearsed(report));
            case SetupStage.Filling _ -> getChildren().add(words(text("setup.filling"), "text-muted"));
            case SetupStage.Done _ -> getChildren().add(words(text("setup.done"), "text-muted"));
        }
    }

    private static Node line(StepResult step) {
        return switch (step.outcome()) {
            case Outcome.Passed(var found) ->
                line(Feather.CHECK, "success", step.step().title(), found);
            case Outcome.Failed(var problem) ->
                line(Feather.X, "danger", step.step().title(), problem.cause());
            case Outcome.Skipped(var why) ->
                line(Feather.MINUS, "muted", step.step().title(), why);
        };
    }

    private static Node line(Feather glyph, String style, String title, String found) {
        var icon = Icons.icon(glyph);
        icon.getStyleClass().add(style);
        var name = new Label(title);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var more = words(found, "text-muted");
        var line = new HBox(icon, name, more);
        line.getStyleClass().add("test-line");
        return line;
    }

    private static Node waiting() {
        var spinner = new ProgressIndicator();
        spinner.setPrefSize(SPINNER, SPINNER);
        var line = new HBox(spinner, new Label(text("setup.testing")));
        line.getStyleClass().add("test-line");
        return line;
    }

    private static Node failure(Problem problem) {
        var box = new VBox(words(problem.cause(), "text-bold"), words(problem.effect()), words(problem.remedy()));
        box.getStyleClass().addAll("test-result", "danger");
        return box;
    }

    private static Node rehearsed(Rehearsal.Report report) {
        var place = switch (report.place()) {
            case EMPTY -> text("setup.place.empty");
            case SAME -> text("setup.place.same");
            case OTHER -> text("setup.place.other");
        };
        var what = text(
                "setup.rehearsal",
                number(report.arriving(), PROJECT),
                number(report.arriving(), NOTE),
                number(report.leaving(), PROJECT),
                number(report.leaving(), NOTE),
                report.merged(),
                report.conflicts());
        var box = new VBox(words(place, "text-bold"), words(what));
        box.setId("rehearsal");
        box.getStyleClass().addAll("test-result", "success");
        return box;
    }

    private static long number(Map<String, Long> tables, String table) {
        return tables.getOrDefault(table, 0L);
    }

    private static Label words(String words, String... styles) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
