package tidemark.library.markdown;

/// What an export wrote.
///
/// @param collections as folders
/// @param projects as Markdown files
/// @param notes as Markdown files in the folders of their projects
/// @param filesLeftOut files that the projects name, whose contents are not written
public record ExportReport(int collections, int projects, int notes, int filesLeftOut) {}
