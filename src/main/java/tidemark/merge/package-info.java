/// Base, mine and theirs in; a value or a conflict out. Pure: pulls and saves both use it.
@org.jspecify.annotations.NullMarked
package tidemark.merge;
