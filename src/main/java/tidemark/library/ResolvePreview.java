package tidemark.library;

import tidemark.conflict.Effect;

/// What a choice would do to a conflict, shown before it is made.
public record ResolvePreview(Conflict conflict, Effect effect) {}
