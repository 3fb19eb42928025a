package tidemark.sync;

import tidemark.conflict.Policy;

/// The side of a merge that is mine: this device, and how it settles what a person would have to decide.
record Here(Device device, Policy policy) {}
