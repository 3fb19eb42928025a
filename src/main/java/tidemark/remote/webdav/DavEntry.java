package tidemark.remote.webdav;

/// What a listing of a folder shows of one thing in it.
///
/// @param name its last part, decoded
record DavEntry(String name, boolean isFolder) {}
