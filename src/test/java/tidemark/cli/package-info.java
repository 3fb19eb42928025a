/// Tests of the command line as a script meets it: its output and its exit codes.
@org.jspecify.annotations.NullMarked
package tidemark.cli;
