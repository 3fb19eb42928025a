package tidemark.ui.base;

import static tidemark.ui.base.Texts.text;

import java.util.Locale;

/// The words of the keys for people.
public final class KeyWords {
    private KeyWords() {}

    /// The effect of the key.
    public static String effect(Keys key) {
        return text("keys.key." + key.name().toLowerCase(Locale.ROOT));
    }

    /// The name of the place where keys work.
    public static String place(Keys.Group group) {
        return text("keys.group." + group.name().toLowerCase(Locale.ROOT));
    }

    /// The combinations of a key, as they are written on this computer's keyboard: "Ctrl+K or Ctrl+F".
    public static String combinations(Keys key) {
        return String.join(text("keys.or"), key.written());
    }
}
