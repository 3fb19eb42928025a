/// Links in texts to files: where they stand, what they mean, and which file of a project they lead to.
@org.jspecify.annotations.NullMarked
package tidemark.library.links;
