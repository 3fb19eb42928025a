package tidemark.remote.s3;

import java.io.IOException;

/// A failure that the server reported in an error response.
final class S3Error extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorResponse answer;

    S3Error(ErrorResponse answer) {
        super("status " + answer.status() + " " + answer.code());
        this.answer = answer;
    }

    ErrorResponse answer() {
        return answer;
    }
}
