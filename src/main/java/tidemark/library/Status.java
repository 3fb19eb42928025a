package tidemark.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far a project has come.
public enum Status {
    /// Not begun; what a project is that nobody has said anything about.
    IDEA,
    /// Being worked on.
    ACTIVE,
    /// Held up by something else.
    WAITING,
    /// Finished.
    DONE,
    /// Something that a newer program wrote; shown, kept, and not to be chosen.
    OTHER;

    /// Those that a person can choose.
    public static final List<Status> CHOICES = List.of(IDEA, ACTIVE, WAITING, DONE);

    /// The status that this text stands for; none for a text this program does not know.
    public static Optional<Status> parse(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return CHOICES.stream().filter(status -> status.text().equals(wanted)).findFirst();
    }

    /// The status as it stands in the database.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status of(Optional<String> text) {
        return text.map(known -> parse(known).orElse(OTHER)).orElse(IDEA);
    }
}
