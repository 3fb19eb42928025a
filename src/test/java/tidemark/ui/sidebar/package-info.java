/// Tests of the sidebar.
@org.jspecify.annotations.NullMarked
package tidemark.ui.sidebar;
