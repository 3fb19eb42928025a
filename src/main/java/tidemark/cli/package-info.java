/// The command line. Each command or group of commands is a class that turns the arguments into one call of the library
/// or the sync, and the result into a report. Reports become text or JSON, failures become exit codes, in one place
/// each.
@org.jspecify.annotations.NullMarked
package tidemark.cli;
