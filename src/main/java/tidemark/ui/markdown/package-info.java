/// Markdown, edited as text and shown as it will be read.
@org.jspecify.annotations.NullMarked
package tidemark.ui.markdown;
