package tidemark.library;

/// A label that projects carry.
public record Label(LabelId id, String name, Colour colour) {}
