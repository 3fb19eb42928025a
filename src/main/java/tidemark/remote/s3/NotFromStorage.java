package tidemark.remote.s3;

import java.io.IOException;

/// Something on the way answered in place of the storage, such as the login page of a hotel's network.
final class NotFromStorage extends IOException {
    private static final long serialVersionUID = 1L;

    NotFromStorage(String message) {
        super(message);
    }

    /// It could not even be read.
    NotFromStorage(RuntimeException cause) {
        super(cause);
    }
}
