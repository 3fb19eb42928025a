package tidemark.library.records;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The status of a project.
public enum Status {
    /// Not begun; the status of a project for which none was chosen.
    IDEA,
    /// Being worked on.
    ACTIVE,
    /// Held up by something else.
    WAITING,
    /// Finished.
    DONE,
    /// A status that a newer program wrote; shown and kept, but not offered.
    OTHER;

    /// The statuses that a person can choose.
    public static final List<Status> CHOICES = List.of(IDEA, ACTIVE, WAITING, DONE);

    /// The status of this name in the database; empty for one that this program does not know.
    public static Optional<Status> parse(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return CHOICES.stream().filter(status -> status.text().equals(wanted)).findFirst();
    }

    /// The status's name in the database.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status of(Optional<String> text) {
        return text.map(known -> parse(known).orElse(OTHER)).orElse(IDEA);
    }
}
