package tidemark.ui;

/// A command of the window: whatever a person can set off with one click, choice in a menu, key, or line
/// typed.
///
/// @param name the place in the window and the words there, such as "#more › Move to the trash"
/// @param act sets it off, on the window's thread
record Command(String name, Runnable act) {}
