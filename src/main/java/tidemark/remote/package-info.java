/// The storage that a person owns, as a set of named objects.
///
/// Correctness needs one of two things: that [tidemark.remote.RemoteStore#create] is atomic, or that a listing shows
/// every write that had finished before it. Each kind of storage has a package of its own below this one, says which it
/// has, and passes the same contract test.
@org.jspecify.annotations.NullMarked
package tidemark.remote;
