@org.jspecify.annotations.NullMarked
package tidemark.ui.files;
