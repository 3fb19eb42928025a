package tidemark.ui;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import tidemark.app.App;
import tidemark.app.base.Settings;
import tidemark.problem.Problem;
import tidemark.sync.SyncStatus;
import tidemark.ui.base.Background;
import tidemark.ui.base.ScreenBounds;
import tidemark.ui.list.FirstPage;
import tidemark.ui.list.ListPlace;

/// The initial state of a window, read before the window is made, because its thread must not wait for the database.
///
/// @param bounds x, y, width and height in pixels when it was closed last
/// @param isMaximised whether it filled the screen then; its bounds are those of before
/// @param status the sync status
/// @param warning a problem to tell first, if any
/// @param place the place where the list was left
/// @param list the first page of the list, which the first frame shows
public record WindowState(
        Theme theme,
        Optional<List<Double>> bounds,
        boolean isMaximised,
        SyncStatus status,
        Optional<Problem> warning,
        ListPlace place,
        FirstPage list) {
    private static final String BOUNDS = "window.bounds";
    private static final String MAXIMISED = "window.maximised";
    private static final String PLACE = "window.place";
    private static final Pattern BOUNDS_PATTERN = Pattern.compile("-?\\d{1,5}(,-?\\d{1,5}){3}");
    private static final double MIN_SIZE = 200;

    /// Reads the state. Waits for the database.
    public static WindowState read(App app) {
        var place = app.settings()
                .get(PLACE)
                .map(text -> ListPlace.parse(text, app.library()))
                .orElseGet(ListPlace::first);
        return new WindowState(
                Theme.parse(app.settings().get(Theme.setting()).orElse("")),
                app.settings()
                        .get(BOUNDS)
                        .filter(text -> BOUNDS_PATTERN.matcher(text).matches())
                        .map(WindowState::numbers),
                app.settings().get(MAXIMISED).filter("true"::equals).isPresent(),
                app.syncing().status(),
                app.folder().placeWarning(),
                place,
                FirstPage.of(app.library(), place));
    }

    /// This state with another problem to tell first.
    WindowState warning(Problem told) {
        return new WindowState(theme, bounds, isMaximised, status, Optional.of(told), place, list);
    }

    private static List<Double> numbers(String text) {
        return Pattern.compile(",").splitAsStream(text).map(Double::valueOf).toList();
    }

    /// Gives the stage its stored bounds, if there are any and they are not too small, moved and cut to fit the screen
    /// that they are on, or the first one: the screen of that time may be gone.
    void applyTo(Stage stage) {
        bounds.filter(numbers -> numbers.get(2) > MIN_SIZE && numbers.get(3) > MIN_SIZE)
                .map(numbers -> new Rectangle2D(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)))
                .ifPresent(stored -> ScreenBounds.apply(stage, stored));
        stage.setMaximized(isMaximised);
    }

    /// Stores the present bounds of the stage and the place of the list, in the background.
    static void store(Stage stage, ListPlace place, Settings settings, Background background) {
        var isMaximised = stage.isMaximized();
        var bounds = "%d,%d,%d,%d"
                .formatted(
                        Math.round(stage.getX()),
                        Math.round(stage.getY()),
                        Math.round(stage.getWidth()),
                        Math.round(stage.getHeight()));
        background.execute(() -> {
            if (!isMaximised) {
                settings.set(BOUNDS, bounds);
            }
            settings.set(MAXIMISED, Boolean.toString(isMaximised));
            settings.set(PLACE, place.text());
        });
    }
}
