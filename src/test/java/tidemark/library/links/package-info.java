@org.jspecify.annotations.NullMarked
package tidemark.library.links;
