package tidemark.app.remotes;

/// How long, and where, the keys of a remote are kept.
public enum KeyStorage {
    /// In the keychain of the operating system.
    KEYCHAIN,
    /// In a file in the library's folder that only this user may read; never without an explicit yes.
    FILE,
    /// Until the program ends; it asks again at the next start.
    THIS_RUN
}
