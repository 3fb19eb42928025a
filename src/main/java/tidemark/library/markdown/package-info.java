/// The exchange with Markdown: folders of files in, folders of files out, front matter read and written.
@org.jspecify.annotations.NullMarked
package tidemark.library.markdown;
