/// Tests of Markdown as it is shown and edited.
@org.jspecify.annotations.NullMarked
package tidemark.ui.markdown;
