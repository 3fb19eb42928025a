package tidemark.sync.state;

import tidemark.conflict.ConflictPolicy;
import tidemark.sync.format.Device;

/// The local side of a merge: this device, and its policy for conflicts.
public record LocalSide(Device device, ConflictPolicy policy) {}
