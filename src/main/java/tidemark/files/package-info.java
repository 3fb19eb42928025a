/// The contents of files: the folder on this device that holds them, what is known of each, and their transfer.
///
/// A content is named by its SHA-256, here and on the remote. Rows name contents; which of them are here is this
/// device's own affair ([tidemark.files.Contents]). [tidemark.files.Transfers] moves them beside the sync, which only
/// asks, before it sends a row that names one, whether it is on the remote yet.
@org.jspecify.annotations.NullMarked
package tidemark.files;
