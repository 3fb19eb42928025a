/// Hostile input for everything that reads what comes from the remote.
@NullMarked
package tidemark.fuzz;

import org.jspecify.annotations.NullMarked;
