/// Where a person chooses the storage that the library is kept the same through: it is tested and rehearsed first.
@org.jspecify.annotations.NullMarked
package tidemark.ui.setup;
