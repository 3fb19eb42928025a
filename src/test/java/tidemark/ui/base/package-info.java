/// What the models' tests stand on.
@org.jspecify.annotations.NullMarked
package tidemark.ui.base;
