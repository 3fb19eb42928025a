package tidemark.ui.setup;

import static tidemark.ui.base.Texts.text;

import java.util.Locale;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import tidemark.app.remotes.KeyStorage;

/// The choice of the place in which credentials are stored.
final class KeyStorageChoice extends ChoiceBox<KeyStorage> {
    KeyStorageChoice() {
        setId("keeping");
        getItems().setAll(KeyStorage.values());
        setValue(KeyStorage.KEYCHAIN);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(KeyStorage value) {
                return text("setup.keeping." + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public KeyStorage fromString(String words) {
                throw new IllegalStateException("a place is chosen, not typed: " + words);
            }
        });
    }
}
