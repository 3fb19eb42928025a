/// The declarations that everything else is generated from: the synced tables, their fields, and the merge kind of
/// each.
///
/// The lowest layer. Capture triggers, batches, merges and state hashes all read these declarations, so the sync
/// engine needs to know no record type.
@org.jspecify.annotations.NullMarked
package tidemark.schema;
