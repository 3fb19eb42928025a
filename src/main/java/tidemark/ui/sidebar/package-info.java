/// The sidebar: shelves, collections and labels, as sources of the list.
@org.jspecify.annotations.NullMarked
package tidemark.ui.sidebar;
