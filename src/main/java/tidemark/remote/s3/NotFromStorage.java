package tidemark.remote.s3;

import java.io.IOException;
import java.time.DateTimeException;

/// A response that no storage sends, or none that can be understood.
final class NotFromStorage extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// The reason why it was not believed.
    enum Reason {
        /// A page for people, such as the login page of a hotel's network.
        PAGE,
        /// A success without the ETag of what was stored.
        NO_ETAG,
        /// A listing, or another document, that cannot be parsed or has no end.
        UNREADABLE
    }

    NotFromStorage(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// A response that could not be parsed.
    NotFromStorage(Exception cause) {
        super(words(cause), cause);
        this.reason = Reason.UNREADABLE;
    }

    private static String words(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DateTimeException) {
                return "it writes times in a form that S3 does not have";
            }
        }
        return failure.getClass().getSimpleName();
    }

    Reason reason() {
        return reason;
    }
}
