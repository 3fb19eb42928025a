/// The full-text search: the index, which is filled after the transaction, and the queries on it.
@org.jspecify.annotations.NullMarked
package tidemark.library.search;
