package tidemark.remote.memory;

/// A fault of one request on its way.
public enum Fault {
    /// No fault: the request is performed and answered.
    NONE,
    /// The request never arrives; the caller gets `Unavailable`.
    NEVER_SENT,
    /// The request is performed, but its response is lost: the caller gets `Unavailable`.
    ANSWER_LOST,
    /// The caller gets `Unavailable`; a write arrives later all the same.
    HELD_BACK,
    /// The request is performed and answered, and a write arrives a second time later.
    REPEATED
}
