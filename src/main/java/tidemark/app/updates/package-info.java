/// Newer versions of the program: the signed document that names them, and the look for it.
@org.jspecify.annotations.NullMarked
package tidemark.app.updates;
