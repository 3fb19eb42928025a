package tidemark.sync.log;

/// A way to get claims wrong, which the search must find to fail.
enum Flaw {
    /// As it should be.
    NONE,
    /// The second listing is left out: a higher ballot that began meanwhile is not noticed.
    NO_SECOND_LISTING,
    /// What was accepted under the highest ballot is not taken over.
    NO_ADOPTION,
    /// The final name is not looked at before it is written.
    NO_LOOK
}
