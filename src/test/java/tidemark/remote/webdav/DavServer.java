package tidemark.remote.webdav;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import tidemark.remote.Credentials;
import tidemark.remote.SelfSigned;

/// A small WebDAV server in memory, on loopback, with the faults of real servers and connections.
public final class DavServer implements AutoCloseable {
    /// The only user.
    public static final String USER = "dav";
    /// The password at first.
    public static final String PASSWORD = "secret";
    private static final byte[] FOLDER = new byte[0];

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final NavigableMap<String, byte[]> things = new ConcurrentSkipListMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Optional<SSLContext> tls;
    private HttpServer server;
    private volatile DavFault fault = _ -> false;
    private volatile String password = PASSWORD;
    private volatile Ranges ranges = Ranges.GIVEN;
    private volatile UnaryOperator<String> listedAs = path -> path;

    /// A server with an empty folder.
    public DavServer() {
        this(Optional.empty());
    }

    /// A server with an empty folder, over TLS with this key.
    public DavServer(SelfSigned key) {
        this(Optional.of(key.context()));
    }

    private DavServer(Optional<SSLContext> tls) {
        this.tls = tls;
        things.put("/", FOLDER);
        things.put("/dav/", FOLDER);
        server = start(0);
    }

    private HttpServer start(int port) {
        try {
            var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var started = tls.isPresent() ? secure(tls.get(), place) : HttpServer.create(place, 0);
            started.setExecutor(threads);
            started.createContext("/", this::handle);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer secure(SSLContext context, InetSocketAddress place) throws IOException {
        var secure = HttpsServer.create(place, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        return secure;
    }

    /// Stops it for now; its files stay.
    public void stop() {
        server.stop(0);
    }

    /// Starts it again on the same port.
    public void restart() {
        server = start(server.getAddress().getPort());
    }

    /// Changes the password.
    public void password(String other) {
        password = other;
    }

    /// Opens a store of this library on it.
    public WebDavStore open(String user, RandomGenerator random) {
        return WebDavStore.open(address(), user, Credentials.of(USER, PASSWORD), Clock.systemUTC(), random);
    }

    /// The address of the folder on it, which does not exist yet.
    public WebDavAddress address() {
        return address("/dav/My%20things");
    }

    /// The address of another folder on it, as a person would type it.
    public WebDavAddress address(String path) {
        return WebDavAddress.of((tls.isPresent() ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort() + path);
    }

    /// Every authorized request, as method and path.
    public List<String> requests() {
        return requests;
    }

    /// All files and folders.
    public List<String> paths() {
        return new ArrayList<>(things.keySet());
    }

    /// Forgets the requests so far.
    public void forgetRequests() {
        requests.clear();
    }

    /// Names paths in listings in this form from now on.
    public void listAs(UnaryOperator<String> form) {
        listedAs = form;
    }

    /// Answers requests for the end of an object like this from now on.
    void answerRanges(Ranges way) {
        ranges = way;
    }

    /// Injects this fault into requests from now on.
    public void inject(DavFault next) {
        fault = next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
            if (fault.handles(exchange)) {
                return;
            }
            if (isKnown(exchange)) {
                serve(exchange, exchange.getRequestURI().getPath());
            } else {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"dav\"");
                answer(exchange, 401);
            }
        }
    }

    /// Carries a PUT or DELETE out without an answer.
    void serveQuietly(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            things.put(path, exchange.getRequestBody().readAllBytes());
        } else {
            things.remove(path);
        }
    }

    private boolean isKnown(HttpExchange exchange) {
        var expected = Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /// Answers with this status and nothing else.
    public static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, -1);
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> read(exchange, path);
            case "PUT" -> put(exchange, path);
            case "MKCOL" -> makeFolder(exchange, path);
            case "MOVE" -> move(exchange, path);
            case "DELETE" -> delete(exchange, path);
            case "PROPFIND" -> list(exchange, path);
            default -> answer(exchange, 405);
        }
    }

    private void read(HttpExchange exchange, String path) throws IOException {
        var bytes = things.get(path);
        if (bytes == null && things.containsKey(path + "/")) {
            exchange.getResponseHeaders().add("Location", path.replace(" ", "%20") + "/");
            answer(exchange, 301);
        } else if (bytes == null || path.endsWith("/")) {
            answer(exchange, 404);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            Ranges.send(exchange, bytes, ranges);
        }
    }

    private void put(HttpExchange exchange, String path) throws IOException {
        var bytes = exchange.getRequestBody().readAllBytes();
        if (!things.containsKey(parent(path))) {
            answer(exchange, 409);
        } else {
            answer(exchange, things.put(path, bytes) == null ? 201 : 204);
        }
    }

    private void makeFolder(HttpExchange exchange, String path) throws IOException {
        var folder = path.endsWith("/") ? path : path + "/";
        if (!things.containsKey(parent(folder.substring(0, folder.length() - 1)))) {
            answer(exchange, 409);
        } else {
            answer(exchange, things.putIfAbsent(folder, FOLDER) == null ? 201 : 405);
        }
    }

    private void move(HttpExchange exchange, String from) throws IOException {
        var to =
                URI.create(exchange.getRequestHeaders().getFirst("Destination")).getPath();
        var keeps = "F".equals(exchange.getRequestHeaders().getFirst("Overwrite"));
        synchronized (things) {
            if (!things.containsKey(from)) {
                answer(exchange, 404);
            } else if (!things.containsKey(parent(to))) {
                answer(exchange, 409);
            } else if (keeps && things.containsKey(to)) {
                answer(exchange, 412);
            } else {
                answer(exchange, things.put(to, things.get(from)) == null ? 201 : 204);
                things.remove(from);
            }
        }
    }

    private void delete(HttpExchange exchange, String path) throws IOException {
        var gone = things.keySet().removeIf(each -> each.equals(path) || (path.endsWith("/") && each.startsWith(path)));
        answer(exchange, gone ? 204 : 404);
    }

    private void list(HttpExchange exchange, String path) throws IOException {
        if (!"1".equals(exchange.getRequestHeaders().getFirst("Depth"))) {
            answer(exchange, 403);
            return;
        }
        exchange.getRequestBody().readAllBytes();
        if (!things.containsKey(path)) {
            answer(exchange, 404);
            return;
        }
        var xml = new StringBuilder("<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\">");
        things.keySet().stream()
                .filter(each -> each.equals(path) || isDirectlyIn(path, each))
                .forEach(each -> xml.append(response(listedAs.apply(each))));
        reply(exchange, 207, "application/xml", xml.append("</D:multistatus>").toString());
    }

    private static boolean isDirectlyIn(String folder, String path) {
        var rest = path.startsWith(folder) ? path.substring(folder.length()) : "";
        var slash = rest.indexOf('/');
        return !rest.isEmpty() && (slash < 0 || slash == rest.length() - 1);
    }

    private static String response(String path) {
        var type = path.endsWith("/") ? "<D:collection/>" : "";
        return "<D:response><D:href>" + path.replace("%", "%25").replace(" ", "%20")
                + "</D:href><D:propstat><D:prop><D:resourcetype>" + type
                + "</D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
    }

    static void reply(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
