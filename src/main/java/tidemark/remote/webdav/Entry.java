package tidemark.remote.webdav;

/// What a listing of a folder shows of one thing in it.
///
/// @param name its last part, decoded
record Entry(String name, boolean isFolder) {}
