/// The formats on the remote: batches, the manifest, the names of objects, and the values that print and parse
/// themselves in them (version, commit id, hash, state hash).
///
/// It reads and writes bytes and knows neither the local database nor the store.
@org.jspecify.annotations.NullMarked
package tidemark.sync.format;
