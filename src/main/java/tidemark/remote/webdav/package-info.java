/// A folder on a WebDAV server as the remote.
///
/// No operation of WebDAV is atomic on every server, listings and renames excepted as far as they are needed here: see
/// [tidemark.remote.RemoteStore#createsAtomically]. Entity tags are not looked at, since many servers lie in them.
@org.jspecify.annotations.NullMarked
package tidemark.remote.webdav;
