/// The declarations everything else is generated from: which tables are synced, their fields, and how each merges.
///
/// The lowest layer. Capture triggers, batches, merges and state hashes all read these declarations, so the sync
/// engine needs to know no record type.
@org.jspecify.annotations.NullMarked
package tidemark.schema;
