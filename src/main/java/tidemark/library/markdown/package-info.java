/// Import from and export to folders of Markdown files, with their front matter.
@org.jspecify.annotations.NullMarked
package tidemark.library.markdown;
