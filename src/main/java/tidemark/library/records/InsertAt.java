package tidemark.library.records;

/// A place in an order of things with ids of type `I`.
public sealed interface InsertAt<I extends LibraryId> {
    /// Before all others.
    record First<I extends LibraryId>() implements InsertAt<I> {}

    /// After all others.
    record Last<I extends LibraryId>() implements InsertAt<I> {}

    /// Right before this one; at the end when it is gone.
    record Before<I extends LibraryId>(I other) implements InsertAt<I> {}

    /// Right after this one; at the end when it is gone.
    record After<I extends LibraryId>(I other) implements InsertAt<I> {}
}
