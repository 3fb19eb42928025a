package tidemark.remote.probe;

/// One step and how it ended.
public record StepResult(ProbeStep step, Outcome outcome) {}
