/// A plain folder as the remote: a disk, a USB stick, a network share.
@org.jspecify.annotations.NullMarked
package tidemark.remote.folder;
