package tidemark.remote;

/// An object with its bytes in memory; for small ones only.
///
/// The array is the caller's to read, not to change.
@SuppressWarnings("ArrayRecordComponent") // never compared; copying megabytes to be immutable would be waste
public record RemoteObject(ObjectInfo info, byte[] bytes) {}
