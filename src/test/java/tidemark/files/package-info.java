@org.jspecify.annotations.NullMarked
package tidemark.files;
