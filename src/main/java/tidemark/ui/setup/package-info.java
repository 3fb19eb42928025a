/// The set-up of the remote that the library is synced through, with a probe and a dry run before it is used.
@org.jspecify.annotations.NullMarked
package tidemark.ui.setup;
