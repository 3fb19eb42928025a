/// Tests of app.remotes.
@org.jspecify.annotations.NullMarked
package tidemark.app.remotes;
