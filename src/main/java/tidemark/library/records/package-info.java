/// The values of the library: records, their ids and details, and the limits of their texts.
///
/// They know neither the database's transactions nor each other's repositories.
@org.jspecify.annotations.NullMarked
package tidemark.library.records;
