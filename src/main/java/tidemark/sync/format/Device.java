package tidemark.sync.format;

/// One copy of a library.
///
/// @param id its random id, 16 hexadecimal digits
/// @param name the name by which it is shown
public record Device(String id, String name) {}
