package tidemark.schema;

/// How two changes of one field, made without knowing of each other, become one.
public enum MergeKind {
    /// One of several values: mine stays, a conflict row keeps the other.
    VALUE,
    /// Prose: merged line by line; where hunks overlap mine stays and a conflict row keeps both texts whole.
    TEXT,
    /// One end of a membership row: never changes, so rows unite as a set.
    MEMBERSHIP,
    /// A place in an order: mine stays, nobody is asked.
    POSITION,
    /// A parent and the place under it: as a value when the parents differ, as a position when they do not.
    PARENT,
    /// Decided once: whatever stands in the log stays.
    FIRST,
    /// The time a record was put into the trash: two times agree, an edit elsewhere brings the record back.
    TRASHED
}
