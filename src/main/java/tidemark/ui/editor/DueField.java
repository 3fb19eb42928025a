package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import tidemark.ui.base.RelativeTime;

/// The field of the due date: shown as everywhere, typed in any form that [DateInput] reads. Any other text
/// stays as it
/// was typed, is marked, and changes nothing.
final class DueField extends DatePicker {
    private static final double WIDTH = 150;
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private final LocalDate today;
    private final Tooltip explanation = new Tooltip(text("editor.due.unread"));

    /// A field that shows `due`, and passes each day that a person chooses, or none, to `chosen`.
    DueField(ObservableValue<Optional<LocalDate>> due, LocalDate today, Consumer<Optional<LocalDate>> chosen) {
        this.today = today;
        setId("due");
        setPromptText(text("editor.due"));
        setPrefWidth(WIDTH);
        getStyleClass().add("small");
        setConverter(new DayConverter());
        due.subscribe(day -> setValue(day.orElse(null)));
        valueProperty().subscribe(day -> {
            var now = Optional.ofNullable(day);
            if (!now.equals(due.getValue())) {
                chosen.accept(now);
            }
        });
        getEditor().textProperty().subscribe(typed -> {
            mark(false);
            var value = typed.isBlank() ? text("editor.due.none") : typed;
            setAccessibleText(text("editor.spoken", text("editor.due"), value));
            getEditor().setAccessibleText(getAccessibleText());
        });
    }

    /// Puts back what was typed, which the control replaces by its value after each commit.
    private void keep(String typed) {
        Platform.runLater(() -> {
            getEditor().setText(typed);
            getEditor().positionCaret(typed.length());
            mark(true);
        });
    }

    private void mark(boolean isUnread) {
        pseudoClassStateChanged(UNREAD, isUnread);
        setTooltip(isUnread ? explanation : null);
        setAccessibleHelp(isUnread ? explanation.getText() : null);
    }

    /// Days as text and back.
    private final class DayConverter extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : text("editor.due.day", RelativeTime.day(day, today));
        }

        @Override
        public @Nullable LocalDate fromString(String typed) {
            if (typed.isBlank()) {
                return null;
            }
            var day = DateInput.parse(typed, today);
            if (day.isEmpty() && !typed.equals(toString(getValue()))) {
                keep(typed);
            }
            return day.orElse(getValue());
        }
    }
}
