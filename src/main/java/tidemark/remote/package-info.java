/// Storage that a person owns, as a set of named objects.
///
/// The one primitive that correctness needs is [tidemark.remote.RemoteStore#create], which must be atomic. Each kind
/// of storage has a package of its own below this one and passes the same contract test.
@org.jspecify.annotations.NullMarked
package tidemark.remote;
