package tidemark.remote;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import tidemark.problem.Count;
import tidemark.problem.Problem;

/// The transfer of an object's bytes, with the two checks that every store owes: a body has the length it claims, and
/// no more is read than the reader accepts.
///
/// A failure on this computer's side (the body cannot be read, what arrives cannot be kept) is distinguished from one
/// of the storage: the former becomes a [RemoteException] here, the latter stays an `IOException` for the store to
/// explain.
public final class Transfer {
    private static final int CHUNK = 64 * 1024;
    private static final int LARGEST_AT_ONCE = 1 << 26;

    private Transfer() {}

    /// The bytes of a small body.
    public static byte[] bytes(Body body) {
        var bytes = new ByteArrayOutputStream((int) Math.min(body.size(), LARGEST_AT_ONCE));
        try {
            send(body, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    /// Writes all of `body` to `to`, which stays open.
    ///
    /// @throws IOException when `to` fails
    /// @throws RemoteException.Unavailable when the body cannot be read, or is not as long as it said
    public static void send(Body body, OutputStream to) throws IOException {
        long sent = 0;
        try (var from = new Source(body)) {
            var chunk = new byte[CHUNK];
            for (var n = from.read(chunk); n >= 0; n = from.read(chunk)) {
                sent += n;
                to.write(chunk, 0, n);
            }
        }
        if (sent != body.size()) {
            throw new RemoteException.Unavailable(
                    unreadable("its length changed from " + body.size() + " to " + Count.of(sent, "byte")),
                    Optional.empty());
        }
    }

    /// Copies all of `from` to `to`, and returns the number of bytes; both stay open.
    ///
    /// @param limit the most bytes to accept; at most one more is read
    /// @throws IOException when `from` fails
    /// @throws RemoteException.Corrupt when there is more than `limit`
    /// @throws RemoteException.Unavailable when `to` fails
    public static long receive(ObjectName name, InputStream from, OutputStream to, long limit) throws IOException {
        var chunk = new byte[CHUNK];
        long received = 0;
        while (true) {
            var room = (int) Math.min(CHUNK - 1, limit - received) + 1;
            var n = from.read(chunk, 0, room);
            if (n < 0) {
                return received;
            }
            received += n;
            if (received > limit) {
                throw tooLarge(name, limit);
            }
            keep(chunk, n, to);
        }
    }

    /// Copies the bytes of an answer that holds the end of an object, and returns the size of the whole object.
    ///
    /// @param limit the most bytes of the whole object to accept
    /// @throws IOException when `from` fails, or does not hold as many bytes as it said
    /// @throws RemoteException.Corrupt when the object has more than `limit`
    /// @throws RemoteException.Unavailable when `to` fails
    public static long receive(ObjectName name, ContentRange range, InputStream from, OutputStream to, long limit)
            throws IOException {
        if (range.size() > limit) {
            throw tooLarge(name, limit);
        }
        var received = receive(name, from, to, range.length());
        if (received < range.length()) {
            throw new EOFException("only " + received + " of " + range.length() + " bytes arrived");
        }
        return range.size();
    }

    /// The failure for an object that is larger than its reader accepts.
    public static RemoteException.Corrupt tooLarge(ObjectName name, long limit) {
        return new RemoteException.Corrupt(new Problem(
                "The object " + name + " is larger than the " + limit + " bytes that it may have.",
                "It was not read, and nothing was changed.",
                "If something else writes to this place, give Tidemark a place of its own."));
    }

    /// The failure for a body that cannot be read here.
    public static RemoteException.Unavailable unreadable(IOException e) {
        return new RemoteException.Unavailable(unreadable(String.valueOf(e.getMessage())), e);
    }

    private static void keep(byte[] chunk, int n, OutputStream to) {
        try {
            to.write(chunk, 0, n);
        } catch (IOException e) {
            throw new RemoteException.Unavailable(
                    new Problem(
                            "What was received could not be stored on this computer: " + e.getMessage() + ".",
                            "The object was not kept; nothing is lost where it came from.",
                            "Make room on this computer's disk."),
                    e);
        }
    }

    private static Problem unreadable(String why) {
        return new Problem(
                "What was to be sent could not be read on this computer: " + why + ".",
                "It was not sent; nothing is lost here.",
                "Check that the file can be opened.");
    }

    /// A body's stream, whose failures are this computer's and not the storage's.
    private static final class Source implements AutoCloseable {
        private final InputStream stream;

        Source(Body body) {
            try {
                stream = body.open();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        int read(byte[] chunk) {
            try {
                return stream.read(chunk);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public void close() {
            try {
                stream.close();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }
}
