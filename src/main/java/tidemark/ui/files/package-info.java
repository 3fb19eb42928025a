/// The files of the open project: their list, what is done with them, and their pictures.
@org.jspecify.annotations.NullMarked
package tidemark.ui.files;
