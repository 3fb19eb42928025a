package tidemark.library.records;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The colour of a label or collection: a name, so that a light and a dark window can each have their own shade.
public enum Colour {
    RED,
    ORANGE,
    AMBER,
    GREEN,
    TEAL,
    BLUE,
    INDIGO,
    PURPLE,
    PINK,
    GREY;

    /// All colours, in the order in which they are offered.
    public static final List<Colour> CHOICES = List.of(values());

    /// The colour's name in the database.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The colour of this name in the database.
    public static Optional<Colour> named(String text) {
        return CHOICES.stream().filter(colour -> colour.text().equals(text)).findFirst();
    }

    /// The chosen colour. Where nobody chose one it follows from the id, so all devices show the same and none writes
    /// it.
    public static Colour of(LibraryId id, Optional<String> chosen) {
        return chosen.flatMap(Colour::named)
                .orElseGet(() -> CHOICES.get(Math.floorMod(id.text().hashCode(), CHOICES.size())));
    }
}
