package tidemark.ui.setup;

import static tidemark.ui.base.Texts.text;

import java.util.Locale;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import tidemark.app.remotes.KeyStorage;
import tidemark.remote.s3.S3Address.Style;

/// A choice of one of the values of an enum, each in the words of its message.
final class WordedChoice<E extends Enum<E>> extends ChoiceBox<E> {
    /// @param id of the node
    /// @param key the beginning of the keys of the messages, up to the values' names
    private WordedChoice(String id, String key, E first, E[] values) {
        setId(id);
        getItems().setAll(values);
        setValue(first);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(E value) {
                return text(key + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public E fromString(String words) {
                throw new IllegalStateException("a value is chosen, not typed: " + words);
            }
        });
    }

    /// The choice of the place in which credentials are stored.
    static WordedChoice<KeyStorage> ofKeyStorage() {
        return new WordedChoice<>("keeping", "setup.keeping.", KeyStorage.KEYCHAIN, KeyStorage.values());
    }

    /// The choice of the place of the bucket's name in URLs.
    static WordedChoice<Style> ofStyle() {
        return new WordedChoice<>("style", "setup.style.", Style.AUTOMATIC, Style.values());
    }
}
