/// Three-way merges of rows and texts: base, mine and theirs in; a value or a conflict out. The functions are pure:
/// pulls and saves both use them.
@org.jspecify.annotations.NullMarked
package tidemark.merge;
