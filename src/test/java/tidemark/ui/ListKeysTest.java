package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.library.records.ProjectDetails;
import tidemark.ui.DrivenWindow.Modifiers;

/// Keys of the list that cannot do what they say, and those that ask first; a toast tells no more than is so.
final class ListKeysTest extends WithList {
    private static final Modifiers ALT = new Modifiers(false, false, true);
    private static final Modifiers NONE = new Modifiers(false, false, false);

    private DrivenWindow driven;

    @BeforeEach
    void drive() {
        driven = new DrivenWindow(open);
        driven.undress();
    }

    private List<Window> press(KeyCode key, Modifiers with) {
        return driven.fire(() -> {
            list().requestFocus();
            driven.press(key, with);
        });
    }

    private Node toast() {
        return open.stage.getScene().lookup("#toast");
    }

    private String told() {
        return driven.now(() -> toast().isVisible() ? ((Labeled) toast().lookup(".label")).getText() : "");
    }

    private void takeUp() {
        driven.act(((ButtonBase) toast().lookup("#toast-action"))::fire);
        driven.settle();
    }

    @Test
    void movingAProjectInAnotherOrderSaysWhyNotAndOffersTheOwnOrder() {
        select(0);
        press(KeyCode.UP, ALT);
        assertThat(told()).isEqualTo("Projects are moved up and down in “My order”.");
        assertThat(driven.now(toast()::getAccessibleText)).isEqualTo(told() + " · Sort by my order");
        takeUp();
        assertThat(sorting()).isEqualTo("My order");
        assertThat(told()).isEmpty();
    }

    private String sorting() {
        return driven.now(() -> ((MenuButton) open.stage.getScene().lookup("#sort"))
                .getItems().stream()
                        .map(RadioMenuItem.class::cast)
                        .filter(RadioMenuItem::isSelected)
                        .findFirst()
                        .orElseThrow()
                        .getText());
    }

    @Test
    void inTheTrashDeleteAsksAndThenRemovesWhatIsSelectedForGood() {
        var creek = library.projects().create(ProjectDetails.titled("Creek")).id();
        library.trash().put(List.of(creek, river));
        new Situation("Trash", List.of("Creek"), 0).arrange(driven);
        press(KeyCode.UP, ALT);
        assertThat(told())
                .isEqualTo("This list has an order of its own. Projects are moved up and down in “My order”.");
        assertThat(driven.now(toast().lookup("#toast-action")::isVisible)).isFalse();
        driven.close(press(KeyCode.DELETE, NONE).getFirst());
        assertThat(library.trash().list()).hasSize(2);
        var question = press(KeyCode.DELETE, NONE).getFirst();
        driven.act(() -> remove((DialogPane) question.getScene().getRoot()).fire());
        driven.settle();
        assertThat(library.projects().find(creek)).isEmpty();
        assertThat(library.projects().find(river)).isPresent();
        assertThat(driven.now(() -> ((ListView<?>) list()).getItems().size())).isOne();
    }

    private static Button remove(DialogPane question) {
        return question.getButtonTypes().stream()
                .filter(type -> type.getText().equals("Remove for good"))
                .map(type -> (Button) question.lookupButton(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aToastLeavesWhenItsUndoWouldTakeBackAnotherStep() {
        library.projects().create(ProjectDetails.titled("Creek"));
        driven.settle();
        select(0);
        driven.quiet();
        press(KeyCode.DELETE, NONE);
        assertThat(told()).isEqualTo("Moved the project to the trash");
        driven.settle();
        driven.fire(driven.command("#star").act());
        assertThat(told()).as("after another step").isEmpty();
    }
}
