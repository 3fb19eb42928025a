package tidemark.app.updates;

import java.net.URI;

/// A newer version of the program.
///
/// @param notes the changes, in plain text
/// @param download the page to get it from, for a browser
public record Update(String version, String notes, URI download) {}
