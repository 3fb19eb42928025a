package tidemark.remote;

/// What is known of an object without its bytes.
///
/// @param size in bytes
public record ObjectInfo(ObjectName name, long size, Metadata metadata) {}
