/// The log on the remote: how a number is read, and how it is decided whose batch becomes it.
@org.jspecify.annotations.NullMarked
package tidemark.sync.log;
