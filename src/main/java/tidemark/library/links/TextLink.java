package tidemark.library.links;

/// A link or picture in a text, which may lead to a file.
///
/// @param target what it leads to, without escapes of Markdown
/// @param begin where the target stands in the text
/// @param end where it ends there
public record TextLink(Form form, Show show, String target, int begin, int end) {
    /// The form in which a link is written.
    public enum Form {
        /// `[words](target)`, `![words](<target>)` or `[label]: target`.
        MARKDOWN,
        /// `[[target]]` or `![[target|words]]`, as Obsidian and others have it: a name, wherever the file lies.
        WIKI,
        /// `<img src="target">` or `<a href="target">`.
        HTML
    }

    /// The way in which a reader meets what a link leads to.
    public enum Show {
        /// It is seen in the text, as a picture.
        IN_TEXT,
        /// It is opened by a click.
        BEHIND_CLICK
    }

    /// The target as it is written in this text.
    public String written(String text) {
        return text.substring(begin, end);
    }
}
