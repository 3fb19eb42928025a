package tidemark.ui.setup;

import static tidemark.ui.base.Texts.text;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.problem.Problem;
import tidemark.remote.probe.Outcome;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.StepResult;
import tidemark.remote.webdav.Fingerprint;
import tidemark.sync.DryRun;
import tidemark.ui.base.Icons;

/// The result of the probe, step by step, and of the dry run.
final class TestList extends VBox {
    private static final double SPINNER = 18;
    private static final double NAMES_WIDTH = 200;
    private static final String PROJECT = "project";
    private static final String NOTE = "note";

    private final Consumer<Fingerprint> trust;

    /// An empty list.
    ///
    /// @param trust receives a certificate that the person wants to accept
    TestList(Consumer<Fingerprint> trust) {
        this.trust = trust;
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
            case SetupStage.UnknownCertificate unknown -> getChildren().add(unknown(unknown));
            case SetupStage.Failed(var _, var problem) -> getChildren().add(failure(problem));
            case SetupStage.Ready(var found, var report) -> getChildren().add(dryRun(found, report));
            case SetupStage.Filling _ -> getChildren().add(words(text("setup.filling"), "text-muted"));
            case SetupStage.Done _ -> getChildren().add(words(text("setup.done"), "text-muted"));
        }
    }

    private static Node line(StepResult step) {
        return switch (step.outcome()) {
            case Outcome.Passed(var found) ->
                line(Feather.CHECK, "success", step.step().title(), found);
            case Outcome.Lacking(var found) ->
                line(Feather.INFO, "warning", step.step().title(), found);
            case Outcome.Failed(var problem) ->
                line(Feather.X, "danger", step.step().title(), problem.cause());
            case Outcome.Unanswered(var problem) ->
                line(Feather.WIFI_OFF, "danger", step.step().title(), problem.cause());
            case Outcome.Skipped(var why) ->
                line(Feather.MINUS, "muted", step.step().title(), why);
        };
    }

    private static Node line(Feather glyph, String style, String title, String found) {
        var icon = Icons.icon(glyph);
        icon.getStyleClass().add(style);
        var name = new Label(title);
        name.setMinWidth(NAMES_WIDTH);
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

    private Node unknown(SetupStage.UnknownCertificate unknown) {
        var shown = unknown.fingerprint();
        var isChanged = unknown.accepted().isPresent();
        var accept = new Button(text("setup.trust"), Icons.icon(Feather.SHIELD));
        accept.setId("trust-certificate");
        accept.setOnAction(_ -> trust.accept(shown));
        var fingerprint = words(FingerprintWords.lines(shown), "fingerprint");
        var box = new VBox(
                words(text(isChanged ? "setup.trust.changed" : "setup.trust.unknown", unknown.host()), "text-bold"),
                words(text("setup.trust.compare")),
                fingerprint,
                accept);
        box.getStyleClass().addAll("test-result", isChanged ? "danger" : "warning");
        return box;
    }

    private static Node failure(Problem problem) {
        var box = new VBox(words(problem.cause(), "text-bold"), words(problem.effect()), words(problem.remedy()));
        box.getStyleClass().addAll("test-result", "danger");
        return box;
    }

    private static Node dryRun(ProbeReport found, DryRun.Report report) {
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
        found.verdict().ifPresent(verdict -> box.getChildren().add(words(verdict.words())));
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
