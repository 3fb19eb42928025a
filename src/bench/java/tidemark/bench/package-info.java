/// The benchmark, run by `./mvnw -Pbench` and by nothing else: no test depends on how fast a computer is.
///
/// A scenario is one small class, or for timings of the engine one annotated method, in the list in [Bench]. Each runs
/// once for each size of library asked for; the libraries are made when first needed and kept.
@org.jspecify.annotations.NullMarked
package tidemark.bench;
