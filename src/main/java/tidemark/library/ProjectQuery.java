package tidemark.library;

import java.time.LocalDate;
import java.util.Optional;

/// Which projects to list, and in which order.
///
/// @param status only those of this status, if one is given
public record ProjectQuery(Shelf shelf, Optional<Status> status, Sort sort) {
    /// Where to look.
    public sealed interface Shelf {
        /// Everything but the trash.
        record All() implements Shelf {}

        /// What has a star.
        record Starred() implements Shelf {}

        /// What is due within the seven days after `today`, or was due before, and is not done.
        record Due(LocalDate today) implements Shelf {}

        /// What is in the trash.
        record Trashed() implements Shelf {}

        /// What lies in the collection itself.
        record In(CollectionId collection) implements Shelf {}

        /// What lies in the collection or in one inside it.
        record Within(CollectionId collection) implements Shelf {}

        /// What carries the label.
        record Labelled(LabelId label) implements Shelf {}
    }

    /// The order of the list; equals are ordered by id.
    public enum Sort {
        /// The last edited first.
        EDITED,
        /// By title, without regard to the case of ASCII letters.
        TITLE,
        /// The earliest day first, those without one last.
        DUE,
        /// As the person has put them.
        MANUAL
    }

    /// All projects there, the last edited first.
    public static ProjectQuery of(Shelf shelf) {
        return new ProjectQuery(shelf, Optional.empty(), Sort.EDITED);
    }

    /// The same in another order.
    public ProjectQuery sorted(Sort other) {
        return new ProjectQuery(shelf, status, other);
    }

    /// The same, but only those of this status.
    public ProjectQuery having(Status only) {
        return new ProjectQuery(shelf, Optional.of(only), sort);
    }
}
