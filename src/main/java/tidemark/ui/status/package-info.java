/// The sync indicator: the state of the sync as an icon, words and a colour.
@org.jspecify.annotations.NullMarked
package tidemark.ui.status;
