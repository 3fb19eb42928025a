package tidemark.library.markdown;

/// The result of an export: how many of each kind it wrote.
///
/// @param collections as folders
/// @param projects as Markdown files
/// @param notes as Markdown files in the folders of their projects
/// @param filesLeftOut files that the projects name, whose contents are not written
public record ExportReport(int collections, int projects, int notes, int filesLeftOut) {}
