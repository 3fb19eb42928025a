package tidemark.remote.webdav;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A server on loopback whose answers have a date for the path `/dated` only, one request a connection.
final class DatelessServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());

    DatelessServer() throws IOException {
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                answer(connection);
            } catch (IOException _) {
                // the test is over, or fails by itself
            }
        }
    }

    private static void answer(Socket connection) throws IOException {
        var in = connection.getInputStream();
        var request = new StringBuilder();
        for (int c = in.read(); c >= 0 && !request.toString().endsWith("\r\n\r"); c = in.read()) {
            request.append((char) c);
        }
        var date = request.toString().contains(" /dated ") ? "Date: Tue, 01 Jan 2030 00:00:00 GMT\r\n" : "";
        var response = "HTTP/1.1 200 OK\r\n" + date + "Content-Length: 0\r\nConnection: close\r\n\r\n";
        connection.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
