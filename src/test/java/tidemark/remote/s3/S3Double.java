package tidemark.remote.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tidemark.remote.Credentials;
import tidemark.remote.s3.Versions.Version;

/// A small S3 server on loopback with the odd habits of real ones. It keeps connections open, and checks no
/// signature.
public final class S3Double implements AutoCloseable {
    /// Any keys will do.
    public static final Credentials KEYS = Credentials.of("AKIADOUBLE", "some-secret");

    /// Its one bucket.
    public static final String BUCKET = "library";

    /// The habits of the server; a test switches them on.
    public enum Habit {
        /// Refuses conditional requests with 501, as Swift does.
        REFUSES_CONDITIONS,
        /// Labels answers without content as HTML, as Swift does.
        LABELS_AS_HTML,
        /// Leaves the end of a chunked body on the connection after an answer without one, as Swift does.
        LEAVES_CHUNK_ENDS,
        /// Keeps what is overwritten, and then ignores conditions, as Ceph does.
        KEEPS_VERSIONS,
        /// Does not let versions be listed.
        HIDES_VERSIONS,
        /// Refuses requests with a checksum header.
        REFUSES_CHECKSUMS,
        /// Answers HEAD with 405.
        KNOWS_NO_HEAD,
        /// Gives text back with other line ends.
        CHANGES_LINE_ENDS,
        /// Writes times in listings as mail does.
        WRITES_ODD_TIMES,
        /// Packs every body with gzip, unasked.
        PACKS_UNASKED,
        /// Answers a request for the end of an object with all of it.
        IGNORES_RANGES,
        /// Takes the bucket from the host's name only.
        WANTS_VIRTUAL_HOSTS
    }

    private final Versions versions = new Versions();
    private final Multipart multipart = new Multipart();
    private final Set<Habit> habits = ConcurrentHashMap.newKeySet();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket socket;

    /// A server without habits.
    public S3Double(Habit... first) {
        habits.addAll(List.of(first));
        try {
            socket = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /// Takes on a habit.
    public void takeOn(Habit habit) {
        habits.add(habit);
    }

    /// Gives a habit up.
    public void lose(Habit habit) {
        habits.remove(habit);
    }

    /// The port that it listens on.
    public int port() {
        return socket.getLocalPort();
    }

    /// The address of the bucket.
    public S3Address address() {
        return S3Address.of("http://127.0.0.1:" + port(), BUCKET);
    }

    /// A store of the default user on it.
    public S3Store open() {
        return S3Store.open(address(), "me", KEYS, Clock.systemUTC());
    }

    /// The address of the bucket by a host name, which an HTTP proxy, the server itself, resolves.
    public S3Address named() {
        return S3Address.of("http://s3.test", BUCKET).withProxy("http://127.0.0.1:" + port());
    }

    /// A store of the default user on it, which was found not to create atomically.
    public S3Store openUntrusted() {
        return open().as(new Settled() {
            @Override
            public boolean isAtomic() {
                return false;
            }

            @Override
            public boolean wasUnversioned() {
                return true;
            }
        });
    }

    /// The heads of all requests so far.
    public List<String> heads() {
        return heads;
    }

    /// All that was ever stored under keys, by key.
    Versions versions() {
        return versions;
    }

    /// The uploads that were neither finished nor given up.
    Multipart multipart() {
        return multipart;
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                client.setTcpNoDelay(true);
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            while (isAnswered(Message.read(in), client)) {
                // until one of both sides closes
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private boolean isAnswered(Message request, Socket client) throws IOException {
        heads.add(request.head());
        client.getOutputStream().write(answer(request).getBytes(ISO_8859_1));
        return !request.header("Connection").equals("close");
    }

    private boolean has(Habit habit) {
        return habits.contains(habit);
    }

    private String answer(Message request) {
        var line = request.firstLine().split(" ", -1);
        var target = line[1].replaceFirst("^http://[^/]+", "").split("\\?", 2);
        var inHost = request.header("Host").startsWith(BUCKET + ".");
        if (has(Habit.WANTS_VIRTUAL_HOSTS) && !inHost) {
            return error(403, "SecondLevelDomainForbidden");
        }
        var path = URLDecoder.decode(target[0].substring(1), UTF_8);
        var key = inHost ? path : path.substring(Math.min(path.length(), BUCKET.length() + 1));
        var query = Message.query(target.length > 1 ? target[1] : "");
        if (has(Habit.REFUSES_CHECKSUMS) && request.hasChecksum()) {
            return error(400, "InvalidRequest");
        }
        if (query.containsKey("uploadId") || query.containsKey("uploads")) {
            return uploads(request, line[0], key, query);
        }
        return switch (line[0]) {
            case "PUT" -> put(request, key);
            case "GET" -> query.isEmpty() || query.containsKey("versionId") ? get(request, key, query) : list(query);
            case "HEAD" -> head(key);
            case "DELETE" -> {
                versions.delete(key, has(Habit.KEEPS_VERSIONS));
                yield reply(204, "", "");
            }
            default -> error(400, "BadRequest");
        };
    }

    private String uploads(Message request, String method, String key, Map<String, String> query) {
        return switch (multipart.answer(method, key, query, request.body(), versions)) {
            case Multipart.Answer.Document(var text) -> xml(text);
            case Multipart.Answer.Taken(var tag) -> reply(200, "ETag: \"" + tag + "\"\r\n", "");
            case Multipart.Answer.Gone _ -> reply(204, "", "");
            case Multipart.Answer.Refused(var status, var code) -> error(status, code);
        };
    }

    private String put(Message request, String key) {
        var isConditional = !request.header("If-None-Match").isEmpty();
        if (isConditional && has(Habit.REFUSES_CONDITIONS)) {
            return error(501, "NotImplemented");
        }
        var keeps = has(Habit.KEEPS_VERSIONS);
        var stored = versions.put(key, request.body(), keeps, isConditional && !keeps);
        return stored.map(version -> reply(200, "ETag: \"e\"\r\n" + id(version), ""))
                .orElseGet(() -> error(412, "PreconditionFailed"));
    }

    private static String id(Version version) {
        return version.id().equals("null") ? "" : "x-amz-version-id: " + version.id() + "\r\n";
    }

    private String get(Message request, String key, Map<String, String> query) {
        var found = versions.find(key, Optional.ofNullable(query.get("versionId")));
        if (found.isEmpty()) {
            return error(404, "NoSuchKey");
        }
        var headers = "ETag: \"e\"\r\n" + id(found.get());
        var text = text(found.get());
        var from = has(Habit.IGNORES_RANGES) ? 0 : request.rangeStart();
        if (from > 0 && from >= text.length()) {
            return error(416, "InvalidRange");
        }
        return from == 0
                ? reply(200, headers, text)
                : reply(206, headers + Message.range(from, text.length()), text.substring((int) from));
    }

    private String text(Version version) {
        var text = new String(version.bytes(), ISO_8859_1);
        return has(Habit.CHANGES_LINE_ENDS) ? text.replace("\n", "\r\n") : text;
    }

    private String head(String key) {
        if (has(Habit.KNOWS_NO_HEAD)) {
            return start(405, 0, "");
        }
        return versions.find(key, Optional.empty())
                .map(version -> start(
                        200,
                        version.bytes().length,
                        "ETag: \"e\"\r\nLast-Modified: " + "Mon, 02 Mar 2026 10:00:00 GMT\r\n"))
                .orElseGet(() -> start(404, 0, ""));
    }

    private String list(Map<String, String> query) {
        if (query.containsKey("versions") && has(Habit.HIDES_VERSIONS)) {
            return error(403, "AccessDenied");
        }
        return xml(new Listings(versions, has(Habit.KEEPS_VERSIONS), has(Habit.WRITES_ODD_TIMES)).answer(query));
    }

    private String xml(String document) {
        return reply(200, "Content-Type: application/xml\r\n", "<?xml version=\"1.0\"?>" + document);
    }

    private String error(int status, String code) {
        return reply(
                status,
                "Content-Type: application/xml\r\n",
                "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }

    private String reply(int status, String headers, String body) {
        if (has(Habit.PACKS_UNASKED) && !body.isEmpty()) {
            var packed = Packed.gzip(body);
            return start(status, packed.length(), "Content-Encoding: gzip\r\n" + headers) + packed;
        }
        var chunkEnd = has(Habit.LEAVES_CHUNK_ENDS) && body.isEmpty() ? "0\r\n\r\n" : "";
        return start(status, body.length(), headers) + body + chunkEnd;
    }

    private String start(int status, int length, String headers) {
        var type = has(Habit.LABELS_AS_HTML) && length == 0 ? "Content-Type: text/html; charset=UTF-8\r\n" : "";
        var size = status == 204 ? "" : "Content-Length: " + length + "\r\n";
        return "HTTP/1.1 " + status + " Said\r\n" + size + type + headers + "\r\n";
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
