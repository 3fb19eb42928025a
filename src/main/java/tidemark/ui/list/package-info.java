/// The list of projects, as long as the library is.
@org.jspecify.annotations.NullMarked
package tidemark.ui.list;
