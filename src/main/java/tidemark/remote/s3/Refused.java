package tidemark.remote.s3;

import java.io.IOException;

/// The server answered, and not with a success.
final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refused(Answer answer) {
        super("status " + answer.status() + " " + answer.code());
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
