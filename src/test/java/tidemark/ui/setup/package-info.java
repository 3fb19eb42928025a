/// Tests of the choice of a storage.
@org.jspecify.annotations.NullMarked
package tidemark.ui.setup;
