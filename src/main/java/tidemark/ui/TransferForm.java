package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import tidemark.files.FetchPolicy;
import tidemark.files.TransferSettings;
import tidemark.ui.base.Sizes;

/// The settings of this device for the contents of files, each of which holds as soon as it is chosen.
///
/// @param shown the settings when the form opens
/// @param change stores other settings, made from those that hold then
record TransferForm(TransferSettings shown, Consumer<UnaryOperator<TransferSettings>> change) {
    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    private static final List<FetchPolicy> POLICIES = List.of(
            FetchPolicy.ALL,
            new FetchPolicy(100 * MIB),
            FetchPolicy.STANDARD,
            new FetchPolicy(MIB),
            new FetchPolicy(0));

    private static final List<OptionalLong> LIMITS = bounds(500 * MIB, GIB, 5 * GIB, 20 * GIB, 100 * GIB);
    private static final List<OptionalLong> RATES = bounds(256 * KIB, MIB, 5 * MIB, 20 * MIB);

    /// No bound, and these.
    private static List<OptionalLong> bounds(long... bytes) {
        var bounds = new ArrayList<OptionalLong>();
        bounds.add(OptionalLong.empty());
        for (var bound : bytes) {
            bounds.add(OptionalLong.of(bound));
        }
        return List.copyOf(bounds);
    }

    /// Which contents are fetched that nobody has asked for.
    Node ahead() {
        return choice(
                "files-ahead",
                POLICIES,
                shown.fetch(),
                TransferForm::words,
                chosen -> change.accept(now -> now.withFetch(chosen)));
    }

    private static String words(FetchPolicy policy) {
        if (policy.equals(FetchPolicy.ALL)) {
            return text("settings.files.ahead.all");
        }
        return policy.largest() == 0
                ? text("settings.files.ahead.none")
                : text("settings.files.ahead.upto", Sizes.words(policy.largest()));
    }

    /// How much room contents may take here.
    Node room() {
        return choice(
                "files-room",
                LIMITS,
                shown.cacheLimit(),
                limit -> limit.isPresent()
                        ? text("settings.files.keep.limit", Sizes.words(limit.getAsLong()))
                        : text("settings.files.keep.none"),
                chosen -> change.accept(now -> now.withCacheLimit(chosen)));
    }

    /// How fast contents may be moved.
    Node speed() {
        var up = rate("files-up", shown.up(), chosen -> change.accept(now -> now.withUp(chosen)));
        var down = rate("files-down", shown.down(), chosen -> change.accept(now -> now.withDown(chosen)));
        var line = new HBox(up, name("settings.files.speed.up"), down, name("settings.files.speed.down"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("buttons");
        return line;
    }

    private static Label name(String key) {
        var name = new Label(text(key));
        name.getStyleClass().add("text-muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private static Node rate(String id, OptionalLong current, Consumer<OptionalLong> chosen) {
        return choice(
                id,
                RATES,
                current,
                rate -> rate.isPresent()
                        ? text("settings.files.speed.limit", Sizes.words(rate.getAsLong()))
                        : text("settings.files.speed.none"),
                chosen);
    }

    /// A choice among usual values, and the one that holds now, which may be another: the command line sets any.
    private static <T> Node choice(String id, List<T> usual, T current, Function<T, String> words, Consumer<T> chosen) {
        var choice = new ChoiceBox<T>();
        choice.setId(id);
        choice.getItems().setAll(usual);
        if (!usual.contains(current)) {
            choice.getItems().add(current);
        }
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return words.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new IllegalStateException("it is chosen, not typed: " + typed);
            }
        });
        choice.setValue(current);
        choice.valueProperty().addListener((_, _, now) -> chosen.accept(now));
        return choice;
    }
}
