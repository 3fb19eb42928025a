package tidemark.remote.s3;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A proxy on loopback between a client and a server, which counts requests and injects faults into them.
///
/// It is reached as if it were the server, or as an HTTP proxy. Each connection carries one request.
public final class FaultProxy implements AutoCloseable {
    /// The fate of a request.
    public sealed interface Fault {
        /// The request is forwarded, and so is the response.
        record Pass() implements Fault {}

        /// The request is not forwarded; this is the response.
        record Answers(String answer) implements Fault {}

        /// The request is not forwarded; the connection breaks.
        record BreaksBefore() implements Fault {}

        /// The request is forwarded; the connection breaks in place of the response.
        record BreaksAfter() implements Fault {}

        /// The request is forwarded; the response breaks off in the middle of its body.
        record CutsOff() implements Fault {}

        /// The request is forwarded or not; no response comes while the proxy lives.
        record StaysSilent(boolean passes) implements Fault {}

        /// The request is forwarded; the text of the response is changed.
        record Changes(UnaryOperator<String> change) implements Fault {}

        /// A refusal as S3 writes it.
        static Fault refusal(int status, String code) {
            var body = "<Error><Code>" + code + "</Code></Error>";
            return new Answers(("HTTP/1.1 %d Said\r\nConnection: close\r\nContent-Type: application/xml\r\n"
                            + "Content-Length: %d\r\n\r\n%s")
                    .formatted(status, body.length(), body));
        }
    }

    /// A request that was seen.
    ///
    /// @param sent bytes of its body
    /// @param received bytes of the body of the response
    public record Seen(String method, String path, int status, long sent, long received) {}

    private final int server;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);

    // The following are guarded by this.
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<Pattern, Fault> rules = new LinkedHashMap<>();
    private final List<Seen> seen = new ArrayList<>();
    private final List<String> heads = new ArrayList<>();

    /// A proxy before the server at this port of loopback.
    public FaultProxy(int server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /// The port that it listens on.
    public int port() {
        return socket.getLocalPort();
    }

    /// Injects these faults into the next requests, one each; then forwards everything again.
    public synchronized void injectNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    /// The requests since the last call.
    public synchronized List<Seen> seen() {
        var all = List.copyOf(seen);
        seen.clear();
        return all;
    }

    /// The heads of all requests so far.
    synchronized List<String> heads() {
        return List.copyOf(heads);
    }

    /// Injects the fault into every request whose head contains the pattern, unless another fault is due.
    public synchronized void injectAlways(String pattern, Fault fault) {
        rules.put(Pattern.compile(pattern), fault);
    }

    private synchronized Fault take(Message request) {
        if (!faults.isEmpty()) {
            return faults.removeFirst();
        }
        return rules.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(request.head()).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Fault.Pass());
    }

    private synchronized void note(Message request, Message answer) {
        heads.add(request.head());
        var line = request.firstLine().split(" ", -1);
        var status = Integer.parseInt(answer.firstLine().split(" ", -1)[1]);
        seen.add(new Seen(line[0], line[1], status, request.body().length, answer.body().length));
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            var request = Message.read(new BufferedInputStream(client.getInputStream()))
                    .forServer();
            act(take(request), request, client);
        } catch (IOException e) {
            // the client or the server went away; the other one notices
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(Fault fault, Message request, Socket client) throws IOException, InterruptedException {
        switch (fault) {
            case Fault.Pass() -> reply(request, ask(request), client);
            case Fault.Answers(var text) -> reply(request, Message.of(text), client);
            case Fault.BreaksBefore() -> reset(client);
            case Fault.BreaksAfter() -> {
                var _ = ask(request);
                reset(client);
            }
            case Fault.CutsOff() -> {
                var whole = ask(request);
                reply(request, whole.cut(), client);
            }
            case Fault.StaysSilent(var passes) -> {
                if (passes) {
                    var _ = ask(request);
                }
                closed.await();
            }
            case Fault.Changes(var change) ->
                reply(request, Message.of(change.apply(ask(request).text())), client);
        }
    }

    private Message ask(Message request) throws IOException {
        try (var upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            upstream.getOutputStream().write(request.bytes());
            return Message.readToEnd(upstream.getInputStream());
        }
    }

    private void reply(Message request, Message answer, Socket client) throws IOException {
        note(request, answer);
        client.getOutputStream().write(answer.bytes());
        client.shutdownOutput();
        drain(client.getInputStream());
    }

    /// Reads what is left: closing with unread input would reset the connection, and the client might lose the
    /// response.
    private static void drain(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        threads.shutdownNow();
    }
}
