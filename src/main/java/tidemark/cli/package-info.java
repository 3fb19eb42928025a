/// The command line: each group of commands is a class that turns what was typed into one call of the library or the
/// sync, and the answer into a report. Reports become text or JSON, failures become exit codes, in one place each.
@org.jspecify.annotations.NullMarked
package tidemark.cli;
