/// A folder on a WebDAV server as the remote.
///
/// No operation of WebDAV is atomic on every server, except listings and renames as far as they are needed here: see
/// [tidemark.remote.RemoteStore#createsAtomically]. Entity tags are not used, since those of many servers are wrong.
@org.jspecify.annotations.NullMarked
package tidemark.remote.webdav;
