package tidemark.fleet;

/// Everything that can go wrong, by kind, so that how often each was injected can be counted.
enum Fault {
    /// A request never arrives.
    REQUEST_LOST,
    /// A request is carried out, its answer is lost.
    ANSWER_LOST,
    /// A write is carried out and arrives once more, later.
    ANSWER_DUPLICATED,
    /// An answer comes minutes after its request.
    ANSWER_LATE,
    /// A request is under way for minutes before it is carried out.
    SLOW,
    /// A write is given up by its sender and arrives later all the same.
    LANDED_LATE,
    /// A checkpoint is given up by its sender and arrives when newer ones are there.
    CHECKPOINT_LATE,
    /// 409: another creation of the name is under way.
    CONFLICT_409,
    /// 412 for one's own success, as a proxy that repeats requests makes it.
    OWN_SUCCESS_412,
    /// 429, with a `Retry-After`.
    TOO_MANY_429,
    /// 503, whether the request was carried out or not.
    BUSY_503,
    /// 401 in the middle of a round.
    SIGNED_OUT_401,
    /// 403 in the middle of a round.
    FORBIDDEN_403,
    /// Half an object is delivered as a whole one.
    TRUNCATED,
    /// One bit of an object is wrong.
    BIT_FLIPPED,
    /// A small object that unpacks to more than memory holds.
    GZIP_BOMB,
    /// The bytes that an object had before.
    STALE_READ,
    /// A store that keeps other bytes than it was given.
    KEPT_OTHERWISE,
    /// An object that exists is said not to, once.
    NOT_FOUND_ONCE,
    /// The connection breaks in the middle of an object.
    RESET,
    /// The device's disk has no room for another page.
    DISK_FULL,
    /// Another program holds the library's lock.
    SQLITE_BUSY,
    /// The process is killed before a request.
    KILLED_BEFORE_REQUEST,
    /// The process is killed after a request, before it knows the answer.
    KILLED_AFTER_REQUEST,
    /// The process is killed while the bytes of a content flow.
    KILLED_IN_BODY,
    /// The process is killed right after a local transaction.
    KILLED_AT_COMMIT,
    /// The process is killed while it writes a file of its cache.
    CACHE_TORN,
    /// The process is killed while it writes into the folder that is the remote.
    STORE_WRITE_TORN,
    /// The disk of the folder that is the remote loses what was not synced to it.
    UNSYNCED_DROPPED,
    /// Something is edited while a request is on its way.
    EDITED_IN_FLIGHT,
    /// Another device does a whole round while a request is on its way.
    OVERTAKEN_IN_FLIGHT,
    /// A clock jumps by up to a year.
    CLOCK_JUMPED,
    /// The hints are deleted.
    HINTS_DELETED,
    /// An older checkpoint is put in the place of the newest.
    CHECKPOINT_STALE,
    /// A library is copied to another computer, device id and all.
    DEVICE_CLONED,
    /// A library is replaced by an older copy of it.
    LIBRARY_RESTORED,
    /// Everything on the remote is deleted.
    REMOTE_EMPTIED,
    /// The remote is restored to an older day.
    REMOTE_ROLLED_BACK,
    /// A batch is deleted from the middle of the log.
    BATCH_LOST,
    /// Another library lies where the remote was.
    REMOTE_SWAPPED,
    /// A person sends the state of one device in place of what a rolled-back remote holds.
    STATE_SENT,
    /// A person takes what a rolled-back remote holds in place of what the device holds.
    REMOTE_TAKEN,
    /// A person goes on without a rolled-back remote for a while.
    REMOTE_LEFT,
    /// A person truncates the history on the remote.
    HISTORY_TRUNCATED,
    /// A newer program writes fields that an older one does not know.
    PROGRAMS_MIXED,
    /// The storage begins to keep old versions, and to replace what it should refuse to create.
    VERSIONS_KEPT,
    /// Another tool writes into a note of the sync what cannot be read.
    NOTE_SCRIBBLED,
    /// A content is removed from a device to make room.
    CONTENT_EVICTED,
    /// The upload of a content goes on where another attempt left it.
    UPLOAD_RESUMED,
    /// A content is put aside that arrived damaged.
    CONTENT_DAMAGED
}
