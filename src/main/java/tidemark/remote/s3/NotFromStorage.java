package tidemark.remote.s3;

import java.io.IOException;

/// A response that did not come from the storage, such as the login page of a hotel's network.
final class NotFromStorage extends IOException {
    private static final long serialVersionUID = 1L;

    NotFromStorage(String message) {
        super(message);
    }

    /// A response that could not even be parsed.
    NotFromStorage(RuntimeException cause) {
        super(cause);
    }
}
