package tidemark.ui.editor;

import java.util.Locale;
import tidemark.library.records.Status;
import tidemark.ui.base.Texts;

/// The names of the statuses for people.
final class StatusWords {
    private StatusWords() {}

    static String of(Status status) {
        return Texts.text("status." + status.name().toLowerCase(Locale.ROOT));
    }
}
