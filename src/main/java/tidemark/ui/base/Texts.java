package tidemark.ui.base;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The messages of the window, from `messages.properties`.
public final class Texts {
    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("tidemark.ui.messages", Locale.ENGLISH);

    private Texts() {}

    /// The message with this key, as it is.
    ///
    /// @throws java.util.MissingResourceException when there is none
    public static String text(String key) {
        return MESSAGES.getString(key);
    }

    /// The message with this key, if there is one.
    public static Optional<String> find(String key) {
        return MESSAGES.containsKey(key) ? Optional.of(MESSAGES.getString(key)) : Optional.empty();
    }

    /// The message with this key as a [MessageFormat], with `{0}`, `{1}` … filled in.
    ///
    /// @throws java.util.MissingResourceException when there is none
    public static String text(String key, Object... values) {
        return new MessageFormat(MESSAGES.getString(key), Locale.ENGLISH).format(values);
    }
}
