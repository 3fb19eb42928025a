/// Where to look: shelves, collections, labels.
@org.jspecify.annotations.NullMarked
package tidemark.ui.sidebar;
