package tidemark.ui.base;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The window's words, from `messages.properties`.
public final class Texts {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("tidemark.ui.messages", Locale.ENGLISH);

    private Texts() {}

    /// The words under this key.
    public static String text(String key) {
        return WORDS.getString(key);
    }

    /// The words under this key, if there are any.
    public static Optional<String> find(String key) {
        return WORDS.containsKey(key) ? Optional.of(WORDS.getString(key)) : Optional.empty();
    }

    /// The words under this key with `{0}`, `{1}` … filled in.
    public static String text(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(values);
    }
}
