/// A fleet of simulated devices under one seed: the real engine on real SQLite, in one thread, with simulated time,
/// randomness, storage and network, so that every failure can be repeated.
///
/// A seed makes a *schedule*, a header and a list of steps. A *simulation run* carries the steps out, heals the
/// network, syncs until nothing changes any more, and asks the *oracles* what must always hold. Each step has
/// randomness of its own, so steps can be left out and the others stay as they were: that is how a failing schedule is
/// shortened.
///
/// The names follow the field: *workloads* are what persons and other programs do, *faults* what goes wrong, *oracles*
/// what must hold all the same. *Defects* are planted in all devices of a fleet to test that the oracles find them.
@org.jspecify.annotations.NullMarked
package tidemark.fleet;
