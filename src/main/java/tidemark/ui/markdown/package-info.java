/// Markdown, edited as text and drawn as it will be read.
@org.jspecify.annotations.NullMarked
package tidemark.ui.markdown;
