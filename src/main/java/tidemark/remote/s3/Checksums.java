package tidemark.remote.s3;

import io.minio.ObjectWriteResponse;
import java.io.IOException;
import tidemark.remote.ServerHabit;
import tidemark.remote.ServerHabits;

/// The checksums in the headers of uploads, which some storage refuses. It then gets uploads without them:
/// their bytes are covered by the signature all the same.
final class Checksums {
    private final ServerHabits habits;

    /// Whether this storage has taken an upload with a checksum, so that no refusal is about that.
    private volatile boolean areTaken;

    Checksums(ServerHabits habits) {
        this.habits = habits;
    }

    /// Sends with a checksum, and where that seems to be refused, without. Where both are refused, the
    /// checksum was not the reason, and the first refusal counts. Nothing was stored by a request that was
    /// refused so.
    ObjectWriteResponse send(Sending with, Sending without) throws IOException {
        if (habits.has(ServerHabit.REFUSES_CHECKSUMS)) {
            return without.send();
        }
        try {
            var written = with.send();
            areTaken = true;
            return written;
        } catch (S3Error e) {
            if (areTaken || !mayBeAboutChecksums(e)) {
                throw e;
            }
            return sendAgain(without, e);
        }
    }

    private ObjectWriteResponse sendAgain(Sending without, S3Error first) throws IOException {
        try {
            var written = without.send();
            habits.note(ServerHabit.REFUSES_CHECKSUMS);
            return written;
        } catch (S3Error e) {
            if (e.response().status() == first.response().status()) {
                first.addSuppressed(e);
                throw first;
            }
            throw e;
        }
    }

    private static boolean mayBeAboutChecksums(S3Error e) {
        return e.response().status() == 400 || e.response().status() == 501;
    }

    /// An upload.
    interface Sending {
        ObjectWriteResponse send() throws IOException;
    }
}
