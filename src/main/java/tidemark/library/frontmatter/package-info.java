/// The front matter of Markdown files, as people write it: entries that are understood become values, and all else stays.
@org.jspecify.annotations.NullMarked
package tidemark.library.frontmatter;
