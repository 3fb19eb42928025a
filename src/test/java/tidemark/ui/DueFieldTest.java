package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.DatePicker;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.library.Library;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;

/// The field of the due date.
@ExtendWith(ApplicationExtension.class)
final class DueFieldTest {
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 12);

    @TempDir
    Path folder;

    private OpenWindow open;
    private Library library;
    private ProjectId river;

    @BeforeEach
    void openWindow() {
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.empty());
        library = open.app.library();
        river = library.projects()
                .create(ProjectDetails.titled("River").withDue(Optional.of(DAY)))
                .id();
        until(() -> open.stage.getScene().lookup("#projects .list-cell") != null);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private DatePicker field() {
        return (DatePicker) open.stage.getScene().lookup("#due");
    }

    private Optional<LocalDate> due() {
        return library.projects().find(river).orElseThrow().details().due();
    }

    private void type(FxRobot robot, String text) {
        fx(() -> {
            field().requestFocus();
            field().getEditor().setText(text);
            return true;
        });
        robot.push(KeyCode.ENTER);
    }

    @Test
    void aTextThatIsNoDateStaysMarkedAndChangesNothing(FxRobot robot) {
        OpenWindow.click(robot, "River");
        until(() -> field() != null);
        type(robot, "next friday");
        until(() -> field().getPseudoClassStates().contains(UNREAD));
        assertThat(field().getEditor().getText()).isEqualTo("next friday");
        assertThat(due()).contains(DAY);
        Screenshots.take(open.stage, "26-due-unread-light");
        type(robot, "13 Dec 2026");
        eventually(() -> due().equals(Optional.of(DAY.plusDays(1))));
        assertThat(field().getPseudoClassStates()).doesNotContain(UNREAD);
        type(robot, "");
        eventually(() -> due().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> due().equals(Optional.of(DAY.plusDays(1))));
    }
}
