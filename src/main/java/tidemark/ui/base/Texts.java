package tidemark.ui.base;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The messages of the window, from `messages.properties`. The keys that they name are written as the table of keys has
/// them.
public final class Texts {
    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("tidemark.ui.messages", Locale.ENGLISH);

    /// The place of a key in a message, by its name in the table of keys: `[[new_project]]`.
    private static final Pattern KEY = Pattern.compile("\\[\\[(\\w+)]]");

    private Texts() {}

    private static String message(String key) {
        return KEY.matcher(MESSAGES.getString(key))
                .replaceAll(found -> Matcher.quoteReplacement(
                        Keys.valueOf(found.group(1).toUpperCase(Locale.ROOT)).first()));
    }

    /// The message with this key, as it is.
    ///
    /// @throws java.util.MissingResourceException when there is none
    public static String text(String key) {
        return message(key);
    }

    /// The message with this key, if there is one.
    public static Optional<String> find(String key) {
        return MESSAGES.containsKey(key) ? Optional.of(message(key)) : Optional.empty();
    }

    /// The message with this key as a [MessageFormat], with `{0}`, `{1}` … filled in.
    ///
    /// @throws java.util.MissingResourceException when there is none
    public static String text(String key, Object... values) {
        return new MessageFormat(message(key), Locale.ENGLISH).format(values);
    }
}
