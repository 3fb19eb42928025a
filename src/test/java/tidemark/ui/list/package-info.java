/// Tests of the list of projects.
@org.jspecify.annotations.NullMarked
package tidemark.ui.list;
