/// The remote that a person chose: its address, its credentials and its probe reports.
@org.jspecify.annotations.NullMarked
package tidemark.app.remotes;
