package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import tidemark.problem.TidemarkException;
import tidemark.sync.Effects;
import tidemark.ui.base.Background;

/// The rehearsals of steps that replace content, in the background and one at a time: each needs the place for its
/// copy. All methods are for the window's thread.
final class Rehearsals {
    private final Background background;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    Rehearsals(Background background) {
        this.background = background;
    }

    /// A line for the effects of a step, which is empty until they are asked for.
    static Label line(String id) {
        var line = new Label();
        line.setId(id);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().add("text-muted");
        return line;
    }

    /// Shows the effects of a step in this line, as soon as they are known.
    ///
    /// @param where the message key of the place that changes
    /// @param isWanted asked before it begins, and again before it is shown
    void show(Label line, String where, BooleanSupplier isWanted, Callable<Optional<Effects>> rehearsal) {
        line.setText(text("effects.asking"));
        waiting.add(() -> {
            if (isWanted.getAsBoolean()) {
                running = true;
                background
                        .run(rehearsal)
                        .then(
                                effects -> end(line, isWanted, text(where, words(effects))),
                                failure -> end(line, isWanted, text("effects.unknown", cause(failure))));
            }
        });
        goOn();
    }

    private void goOn() {
        while (!running && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void end(Label line, BooleanSupplier isWanted, String words) {
        running = false;
        if (isWanted.getAsBoolean()) {
            line.setText(words);
            line.getScene().getWindow().sizeToScene(); // the words may need another line
        }
        goOn();
    }

    private static String words(Optional<Effects> effects) {
        var parts = effects.stream()
                .flatMap(some -> Stream.of(
                        part("effects.added", some.added()),
                        part("effects.replaced", some.replaced()),
                        part("effects.trashed", some.trashed()),
                        part("effects.removed", some.removed())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? text("effects.none") : parts;
    }

    private static Optional<String> part(String key, Map<String, Long> byTable) {
        var count = byTable.values().stream().mapToLong(Long::longValue).sum();
        return count == 0 ? Optional.empty() : Optional.of(text(key, count));
    }

    private static String cause(Throwable failure) {
        return failure instanceof TidemarkException known ? known.problem().cause() : failure.toString();
    }
}
