package tidemark.sync.state;

import tidemark.conflict.Policy;
import tidemark.sync.format.Device;

/// The side of a merge that is mine: this device, and how it settles what a person would have to decide.
public record LocalSide(Device device, Policy policy) {}
