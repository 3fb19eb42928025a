/// Conflict rows: how they are written, settled and taken back.
///
/// A conflict row keeps both versions of a field until someone chooses. It is an ordinary synced record, and a
/// resolution is an ordinary edit, so both reach every device and neither needs a protocol of its own. The window,
/// the command line and the sync under a policy all settle conflicts by this package, which knows records only by the
/// declarations of their tables.
@org.jspecify.annotations.NullMarked
package tidemark.conflict;
