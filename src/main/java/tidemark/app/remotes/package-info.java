/// The remote that a person chose: its address, its credentials, what a probe found out about it.
@org.jspecify.annotations.NullMarked
package tidemark.app.remotes;
