package tidemark.conflict;

import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// A choice that cannot be carried out. Nothing was changed.
public final class ConflictException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    ConflictException(Problem problem) {
        super(problem);
    }

    static Problem insideItself() {
        return new Problem(
                "This move would put a collection inside itself.",
                "It stays where it is, and the conflict stays open.",
                "Take the other version, or move one of the collections first.");
    }

    /// The problem that the collection or project which a value names is gone.
    public static Problem parentGone() {
        return new Problem(
                "The place that this version names is not in the library any more.",
                "The record stays where it is, and the conflict stays open.",
                "Take the other version.");
    }

    static Problem unreadable() {
        return new Problem(
                "What this conflict keeps cannot be read; another program may have changed it.",
                "The record stays as it is, and the conflict stays open.",
                "Keep the first version: then the record is as it stands, and the conflict is resolved.");
    }

    static Problem notAllowed(String choice) {
        return new Problem(
                "\"" + choice + "\" is no choice for this conflict.",
                "Nothing was changed, and the conflict stays open.",
                "Choose one of the versions.");
    }
}
