/// Finds out whether a place can be trusted with a library, by trying: what it allows, how its clock goes, and above
/// all whether it creates atomically. Some servers answer that they did and did not look, others look but do not lock.
@org.jspecify.annotations.NullMarked
package tidemark.remote.probe;
