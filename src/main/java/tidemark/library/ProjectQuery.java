package tidemark.library;

import java.time.LocalDate;
import java.util.Optional;
import tidemark.library.records.CollectionId;
import tidemark.library.records.LabelId;
import tidemark.library.records.Status;

/// A query for a list of projects: which ones, and in which order.
///
/// @param status the status that they must have, if one is given
public record ProjectQuery(Shelf shelf, Optional<Status> status, Sort sort) {
    /// The projects to choose from.
    public sealed interface Shelf {
        /// All projects that are not in the trash.
        record All() implements Shelf {}

        /// Projects with a star.
        record Starred() implements Shelf {}

        /// Projects that are due within the seven days after `today`, or were due before, and are not done.
        record Due(LocalDate today) implements Shelf {}

        /// Projects in the trash.
        record Trashed() implements Shelf {}

        /// Projects directly in the collection.
        record In(CollectionId collection) implements Shelf {}

        /// Projects in the collection or in one inside it.
        record Within(CollectionId collection) implements Shelf {}

        /// Projects that have the label.
        record Labelled(LabelId label) implements Shelf {}
    }

    /// The order of the list; equals are ordered by id.
    public enum Sort {
        /// The last edited first.
        EDITED,
        /// By title, ignoring the case of ASCII letters.
        TITLE,
        /// The earliest day first, those without one last.
        DUE,
        /// As the person has put them.
        MANUAL
    }

    /// All projects of the shelf, the last edited first.
    public static ProjectQuery of(Shelf shelf) {
        return new ProjectQuery(shelf, Optional.empty(), Sort.EDITED);
    }

    /// This query in another order.
    public ProjectQuery sorted(Sort other) {
        return new ProjectQuery(shelf, status, other);
    }

    /// This query restricted to one status.
    public ProjectQuery having(Status only) {
        return new ProjectQuery(shelf, Optional.of(only), sort);
    }
}
