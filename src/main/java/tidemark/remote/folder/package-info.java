/// A plain folder as the remote: on a disk, a USB stick or a network share.
@org.jspecify.annotations.NullMarked
package tidemark.remote.folder;
