package tidemark.sync.log;

/// A flaw in the protocol of claims, which the search must find to fail.
enum Flaw {
    /// No flaw.
    NONE,
    /// The second listing is left out: a higher ballot that began meanwhile is not noticed.
    NO_SECOND_LISTING,
    /// The value accepted under the highest ballot is not adopted.
    NO_ADOPTION,
    /// The final name is not looked at before it is written.
    NO_LOOK
}
