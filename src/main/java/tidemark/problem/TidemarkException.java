package tidemark.problem;

/// The root of every failure that a person can be told about; each layer has its own few children.
public abstract class TidemarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /// A failure that began here.
    protected TidemarkException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /// A failure that something else caused.
    protected TidemarkException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /// Cause, effect and remedy in words.
    public final Problem problem() {
        return problem;
    }
}
