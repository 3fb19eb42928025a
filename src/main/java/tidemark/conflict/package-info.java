/// Conflict rows: how they are written, resolved and reopened.
///
/// A conflict row keeps both versions of a field until a person chooses. It is an ordinary synced record, and a
/// resolution is an ordinary edit, so both reach every device and neither needs a protocol of its own. The window, the
/// command line and the sync under a policy all resolve conflicts through this package, which knows records only by the
/// declarations of their tables.
@org.jspecify.annotations.NullMarked
package tidemark.conflict;
