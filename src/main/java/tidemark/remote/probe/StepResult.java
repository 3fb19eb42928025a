package tidemark.remote.probe;

/// A step and its outcome.
public record StepResult(ProbeStep step, Outcome outcome) {}
