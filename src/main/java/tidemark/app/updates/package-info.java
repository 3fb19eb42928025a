/// Newer versions of the program: the signed document that describes one, and the check for it.
@org.jspecify.annotations.NullMarked
package tidemark.app.updates;
