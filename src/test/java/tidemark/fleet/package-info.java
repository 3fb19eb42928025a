/// A fleet of devices that lives at random under one seed: the real engine on real SQLite, in one thread, with a clock,
/// chance, storage and a line that are all simulated, so that whatever goes wrong goes wrong again.
///
/// A seed makes a *schedule*, a header and a list of steps; a *voyage* carries it out, lets everything come to rest,
/// and checks what must always hold. Each step has chance of its own, so that steps can be left out and the rest stays
/// as it was: that is how a schedule that fails is made short.
///
/// That it would find what is wrong is tested, too: *defects* are planted in all devices of a fleet, and found.
@org.jspecify.annotations.NullMarked
package tidemark.fleet;
