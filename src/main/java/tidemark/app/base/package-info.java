/// The base of the application: settings, the folder of a library, threads, and the outside world as clock and
/// randomness.
@org.jspecify.annotations.NullMarked
package tidemark.app.base;
