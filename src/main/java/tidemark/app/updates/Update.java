package tidemark.app.updates;

import java.net.URI;

/// A newer version of the program.
///
/// @param notes what is new, in plain text
/// @param download where to get it, for a browser
public record Update(String version, String notes, URI download) {}
