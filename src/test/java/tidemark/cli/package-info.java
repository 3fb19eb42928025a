/// The command line as a script meets it: what it prints, and with which exit code it ends.
@org.jspecify.annotations.NullMarked
package tidemark.cli;
