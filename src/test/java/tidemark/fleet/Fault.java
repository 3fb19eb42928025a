package tidemark.fleet;

/// What can go wrong, each kind by its own name, so that it can be counted how often it struck.
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
    /// 429, with a wish when to come back.
    TOO_MANY_429,
    /// 503, whether the request was carried out or not.
    BUSY_503,
    /// 401 in the middle of a round.
    SIGNED_OUT_401,
    /// 403 in the middle of a round.
    FORBIDDEN_403,
    /// Half an object is given as a whole one.
    TRUNCATED,
    /// One bit of an object is wrong.
    BIT_FLIPPED,
    /// A small object that unpacks to more than memory holds.
    GZIP_BOMB,
    /// The bytes that an object had before.
    STALE_READ,
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
    /// The process is killed right after a local transaction.
    KILLED_AT_COMMIT,
    /// The process is killed while it writes a file of its cache.
    CACHE_TORN,
    /// The process is killed while it writes into the folder that is the remote.
    STORE_WRITE_TORN,
    /// The disk of the folder that is the remote loses what was not made safe.
    UNSYNCED_DROPPED,
    /// Something is edited while a request is on its way.
    EDITED_IN_FLIGHT,
    /// Another device does a whole round while a request is on its way.
    OVERTAKEN_IN_FLIGHT,
    /// A clock jumps by up to a year.
    CLOCK_JUMPED,
    /// The objects that only save time are deleted.
    HINTS_DELETED,
    /// An older checkpoint is put in the place of the newest.
    CHECKPOINT_STALE,
    /// A library is copied to another computer, device id and all.
    DEVICE_CLONED,
    /// A library is replaced by an older copy of it.
    LIBRARY_RESTORED,
    /// Everything on the remote is deleted.
    REMOTE_EMPTIED,
    /// The remote is set back to an older day.
    REMOTE_RESTORED,
    /// Another library lies where the remote was.
    REMOTE_SWAPPED,
    /// A person puts the state of one device in the place of what lies on a remote that went back.
    STATE_SENT,
    /// A person takes what lies on a remote that went back in the place of what the device holds.
    REMOTE_TAKEN,
    /// A person goes on without a remote that went back, for a while.
    REMOTE_LEFT,
    /// A person has the history on the remote emptied.
    HISTORY_EMPTIED,
    /// A newer program writes what an older one does not know.
    PROGRAMS_MIXED
}
