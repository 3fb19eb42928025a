package tidemark.remote;

/// An object without its bytes: its name, size and metadata.
///
/// @param size the length in bytes
public record ObjectInfo(ObjectName name, long size, Metadata metadata) {}
