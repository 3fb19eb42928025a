package tidemark.sync.format;

/// One copy of a library: its id, and the name its owner gave the computer.
public record Device(String id, String name) {}
