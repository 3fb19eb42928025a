package tidemark.remote.memory;

/// What happens to one request on its way.
public enum Fault {
    /// Nothing: it is performed and answered.
    NONE,
    /// It never arrives; the caller is told `Unavailable`.
    NEVER_SENT,
    /// It is performed, but the answer is lost: the caller is told `Unavailable`.
    ANSWER_LOST,
    /// The caller is told `Unavailable`; a write arrives later all the same.
    HELD_BACK,
    /// It is performed and answered, and a write arrives a second time later.
    REPEATED
}
