/// The application of remote batches to the local rows (rule 6): merging, conflicts, referential integrity.
@org.jspecify.annotations.NullMarked
package tidemark.sync.apply;
