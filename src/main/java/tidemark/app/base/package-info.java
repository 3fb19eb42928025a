/// The ground of the application: settings, the folder of a library, threads, and the outside world that comes in as
/// clock and randomness.
@org.jspecify.annotations.NullMarked
package tidemark.app.base;
