package tidemark.remote.webdav;

/// An entry in the listing of a folder.
///
/// @param name the last part of its path, decoded
record DavEntry(String name, boolean isFolder) {}
