package tidemark.ui.setup;

import static tidemark.ui.base.Texts.text;

import java.util.Locale;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import tidemark.app.remotes.Keeping;

/// Where keys are kept.
final class KeepingChoice extends ChoiceBox<Keeping> {
    KeepingChoice() {
        setId("keeping");
        getItems().setAll(Keeping.values());
        setValue(Keeping.KEYCHAIN);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Keeping value) {
                return text("setup.keeping." + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public Keeping fromString(String words) {
                throw new IllegalStateException("a place is chosen, not typed: " + words);
            }
        });
    }
}
