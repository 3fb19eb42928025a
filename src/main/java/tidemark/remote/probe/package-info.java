/// The probe: a trial of a store, step by step, before it is trusted with a library. It finds out what the store
/// allows, how far its clock is off, and above all whether it creates atomically: some servers claim that they do and
/// never check, others check but do not lock.
@org.jspecify.annotations.NullMarked
package tidemark.remote.probe;
