/// The records that a person has: projects, notes, files, collections and labels, and the ways to find, change and
/// remove them.
///
/// Each write is one transaction; reads never wait for one. No method overwrites a field blindly: every save
/// names the value it was made from, and where the row holds another by then the two are merged inside the
/// save's transaction.
@org.jspecify.annotations.NullMarked
package tidemark.library;
