package tidemark.sync.state;

import tidemark.conflict.ConflictPolicy;
import tidemark.sync.format.Device;

/// The side of a merge that is mine: this device, and how it settles what a person would have to decide.
public record LocalSide(Device device, ConflictPolicy policy) {}
