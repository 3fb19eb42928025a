/// Tests of app.updates.
@org.jspecify.annotations.NullMarked
package tidemark.app.updates;
