/// The entry of the program: a window without arguments, the command line with them.
@org.jspecify.annotations.NullMarked
package tidemark;
