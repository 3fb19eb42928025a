package tidemark.app;

import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// The library's folder cannot be used.
public final class FolderException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    FolderException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
