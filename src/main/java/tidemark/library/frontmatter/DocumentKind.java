package tidemark.library.frontmatter;

/// The kind of record that a file holds.
public enum DocumentKind {
    /// A project: its front matter can have everything that a project has, and tags in its text are its labels.
    PROJECT,
    /// A note of a project: its front matter has a title and times.
    NOTE
}
