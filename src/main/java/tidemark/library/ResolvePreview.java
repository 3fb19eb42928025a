package tidemark.library;

import tidemark.conflict.Effect;

/// The effect that a choice would have on a conflict, shown before it is made.
public record ResolvePreview(Conflict conflict, Effect effect) {}
