package tidemark.ui.importing;

import static tidemark.ui.base.Texts.text;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import tidemark.library.markdown.ImportProblem;

/// The window of an import: its progress, then what was imported and what was left out. It is not modal; closing it
/// stops the import.
public final class ImportWindow {
    private static final double WIDTH = 560;
    private static final double LIST_HEIGHT = 220;
    private static final double CELL_MARGIN = 44;

    private final ImportModel model;
    private final Stage stage = new Stage();
    private final Label title = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final ListView<ImportProblem> problems = new ListView<>();
    private final Button button = new Button();

    /// A window that belongs to `owner` and shares its style sheets; it appears with [#show].
    public ImportWindow(ImportModel model, Window owner) {
        this.model = model;
        stage.initOwner(owner);
        stage.setTitle(text("import.window"));
        var scene = new Scene(content());
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                button.fire();
                event.consume();
            }
        });
        stage.setScene(scene);
        stage.setOnHidden(_ -> model.stop());
        model.stage().subscribe(this::draw);
    }

    /// Shows the window.
    public void show() {
        stage.show();
        stage.toFront();
    }

    private Node head() {
        title.getStyleClass().add("title-4");
        title.setId("import-title");
        title.setWrapText(true);
        return title;
    }

    private VBox content() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("import-progress");
        bar.setAccessibleText(text("import.progress"));
        words.setId("import-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        problems.setId("import-problems");
        problems.setAccessibleText(text("import.problems"));
        problems.setPrefHeight(LIST_HEIGHT);
        problems.setCellFactory(ProblemCell::new);
        VBox.setVgrow(problems, Priority.ALWAYS);
        button.setId("import-button");
        var buttons = new HBox(button);
        buttons.getStyleClass().add("import-buttons");
        var box = new VBox(head(), bar, words, problems, buttons);
        box.getStyleClass().addAll("window", "import");
        box.setPrefWidth(WIDTH);
        box.getChildren().forEach(part -> part.managedProperty().bind(part.visibleProperty()));
        return box;
    }

    /// The progress and the button that stops it, or the button that closes the window.
    private void drawButton() {
        var isRunning = model.isRunning();
        bar.setVisible(isRunning);
        button.setText(text(isRunning ? "import.stop" : "import.close"));
        button.setOnAction(_ -> {
            if (model.isRunning()) {
                model.stop();
                button.setDisable(true);
            } else {
                stage.hide();
            }
        });
        if (!isRunning) {
            button.setDisable(false);
        }
    }

    private void draw(ImportModel.Stage now) {
        drawButton();
        problems.getItems().clear();
        switch (now) {
            case ImportModel.Stage.Idle() -> {}
            case ImportModel.Stage.Looking(var from) -> {
                title.setText(text("import.running", ImportModel.name(from)));
                words.setText(text("import.looking"));
                bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            }
            case ImportModel.Stage.Reading(var _, var done, var total) -> {
                words.setText(text("import.reading", done, total));
                bar.setProgress((double) done / total);
            }
            case ImportModel.Stage.Ended(var from, var report) -> {
                title.setText(text("import.ended", ImportModel.name(from)));
                words.setText(ImportWords.of(report));
                problems.getItems().setAll(report.problems());
            }
            case ImportModel.Stage.Failed(var from, var failure) -> {
                title.setText(text("import.failed", ImportModel.name(from)));
                words.setText(failure);
            }
        }
        problems.setVisible(!problems.getItems().isEmpty());
        if (!model.isRunning()) {
            stage.sizeToScene();
        }
    }

    /// A problem with a file: its place in what is imported, and what became of it.
    private static final class ProblemCell extends ListCell<ImportProblem> {
        private final Text words = new Text();

        ProblemCell(ListView<ImportProblem> list) {
            words.getStyleClass().add("run");
            words.wrappingWidthProperty().bind(list.widthProperty().subtract(CELL_MARGIN));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ImportProblem problem, boolean empty) {
            super.updateItem(problem, empty);
            setText(null);
            setGraphic(empty ? null : words);
            words.setText(empty || problem == null ? "" : problem.toString());
        }
    }
}
