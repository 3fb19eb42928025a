package tidemark.fleet;

import java.util.random.RandomGenerator;

/// What can befall a device while a request of it is on its way.
@FunctionalInterface
interface RequestFaults {
    /// Lets it happen.
    void happen(Fault fault, RandomGenerator random);
}
