package tidemark.remote.s3;

import java.io.IOException;

/// A failure that the server reported in an error response.
final class S3Error extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorResponse response;

    S3Error(ErrorResponse response) {
        super("status " + response.status() + " " + response.code());
        this.response = response;
    }

    ErrorResponse response() {
        return response;
    }
}
