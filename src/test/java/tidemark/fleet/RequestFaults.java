package tidemark.fleet;

import java.util.random.RandomGenerator;

/// The faults that strike a device while a request of it is on its way.
@FunctionalInterface
interface RequestFaults {
    /// Injects the fault.
    void inject(Fault fault, RandomGenerator random);
}
