/// Tests of app.base.
@org.jspecify.annotations.NullMarked
package tidemark.app.base;
