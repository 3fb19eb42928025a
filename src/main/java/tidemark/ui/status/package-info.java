/// The sync indicator: what the sync is doing, in an icon, words and colour.
@org.jspecify.annotations.NullMarked
package tidemark.ui.status;
