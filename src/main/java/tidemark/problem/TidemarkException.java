package tidemark.problem;

/// The root of all failures that a person can be told about; each layer has a few children of its own.
public abstract class TidemarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /// A failure without another one as its cause.
    protected TidemarkException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /// A failure caused by another one.
    protected TidemarkException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /// The explanation of the failure: cause, effect and remedy in words.
    public final Problem problem() {
        return problem;
    }
}
