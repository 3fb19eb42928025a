package tidemark.schema;

/// The rule by which two concurrent changes of a field become one.
public enum MergeKind {
    /// One of several values: mine stays, a conflict row keeps the other.
    VALUE,
    /// Prose: merged line by line; where hunks overlap, mine stays and a conflict row keeps both texts whole.
    TEXT,
    /// One end of a membership row: it never changes, so rows unite as a set.
    MEMBERSHIP,
    /// A position in an order: mine stays, nobody is asked.
    POSITION,
    /// A parent and the position under it: merged as a value when the parents differ, as a position when they do not.
    PARENT,
    /// A value decided once: whatever the log has stays.
    FIRST,
    /// A text whose lines are a set: what either side added is in it, what either side took out is not.
    UNION,
    /// The time at which a record was put into the trash: two times agree, an edit elsewhere brings the record back.
    TRASHED
}
