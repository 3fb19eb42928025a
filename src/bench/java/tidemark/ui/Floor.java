package tidemark.ui;

import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// The least time that a window with a list can take: one table of fifty lines, drawn, and nothing else.
public final class Floor {
    private static final int LINES = 50;

    private Floor() {}

    /// Shows it, prints the time at which it is drawn, and ends.
    public static void main(String[] args) {
        Application.launch(Table.class);
    }

    /// The window.
    public static final class Table extends Application {
        @Override
        public void start(Stage stage) {
            var column = new TableColumn<String, String>("Project");
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue()));
            var table = new TableView<String>();
            table.getColumns().add(column);
            IntStream.range(0, LINES).mapToObj(i -> "Project " + i).forEach(table.getItems()::add);
            stage.setScene(new Scene(table, 1280, 800));
            stage.show();
            StartToList.endWhen(() -> isShown(table));
        }

        /// Whether the table is shown, by the same measure as the program's list: a line has its text when a frame
        /// begins.
        private static boolean isShown(TableView<String> table) {
            return table.lookupAll(".table-cell").stream()
                    .anyMatch(cell -> cell instanceof TableCell<?, ?> shown && shown.getText() != null);
        }
    }
}
