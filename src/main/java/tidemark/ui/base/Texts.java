package tidemark.ui.base;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's words, from `messages.properties`.
public final class Texts {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("tidemark.ui.messages", Locale.ENGLISH);

    private Texts() {}

    /// The words under this key.
    public static String text(String key) {
        return WORDS.getString(key);
    }

    /// The words under this key with `{0}`, `{1}` … filled in.
    public static String text(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(values);
    }
}
