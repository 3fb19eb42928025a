package tidemark.remote.webdav;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import tidemark.remote.Credentials;

/// A real WebDAV server on loopback, in a process of its own with files of its own.
public final class RealServer implements AutoCloseable {
    /// Kinds of servers.
    public enum Kind {
        /// Apache with mod_dav.
        APACHE,
        /// lighttpd with mod_webdav.
        LIGHTTPD,
        /// `rclone serve webdav` on a folder.
        RCLONE
    }

    static final String USER = "dav";
    static final String PASSWORD = "secret";
    private static final String WEB_USER = "www-data";
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long READY_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Path folder;
    private final int port;
    private final Process process;

    /// Starts a server and waits until it accepts connections.
    ///
    /// @throws IllegalStateException when it does not start; its output is in the message
    public RealServer(Kind kind) {
        try {
            folder = Files.createTempDirectory("tidemark-" + kind.name().toLowerCase(java.util.Locale.ROOT));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createDirectories(folder.resolve("data"));
            Files.createDirectories(folder.resolve("run"));
            port = freePort();
            process = new ProcessBuilder(command(kind))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(kind + " cannot be started; is it installed?", e);
        }
        awaitReady(kind);
    }

    /// Opens a store of this library, in a folder of this name that is made.
    public WebDavStore open(String place, String user, RandomGenerator random) {
        return WebDavStore.open(address(place), user, Credentials.of(USER, PASSWORD), Clock.systemUTC(), random);
    }

    WebDavAddress address(String place) {
        return WebDavAddress.of("http://127.0.0.1:" + port + "/" + place);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private List<String> command(Kind kind) throws IOException {
        return switch (kind) {
            case APACHE -> apache();
            case LIGHTTPD -> lighttpd();
            case RCLONE ->
                List.of(
                        "rclone",
                        "serve",
                        "webdav",
                        folder.resolve("data").toString(),
                        "--addr",
                        "127.0.0.1:" + port,
                        "--user",
                        USER,
                        "--pass",
                        PASSWORD,
                        "--config",
                        "/dev/null");
        };
    }

    private List<String> apache() throws IOException {
        var locks = Files.createDirectories(folder.resolve("run/lock"));
        if (System.getProperty("user.name").equals("root")) {
            var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(WEB_USER);
            Files.setOwner(locks, owner);
            Files.setOwner(folder.resolve("data"), owner);
        }
        write("run/users", USER + ":{SHA}" + sha1(PASSWORD) + "\n");
        var settings = settings("apache.conf");
        return List.of("/usr/sbin/apache2", "-f", settings.toString(), "-DFOREGROUND");
    }

    private List<String> lighttpd() throws IOException {
        Files.createDirectories(folder.resolve("run/up"));
        write("run/users", USER + ":" + PASSWORD + "\n");
        var settings = settings("lighttpd.conf");
        return List.of("/usr/sbin/lighttpd", "-D", "-f", settings.toString());
    }

    private Path settings(String name) throws IOException {
        try (var in = Objects.requireNonNull(RealServer.class.getResourceAsStream(name))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return write(
                    "run/" + name, text.replace("@ROOT@", folder.toString()).replace("@PORT@", "" + port));
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String sha1(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady(Kind kind) {
        var end = System.nanoTime() + READY_NANOS;
        while (!accepts()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                var said = said();
                close();
                throw new IllegalStateException(kind + " did not start: " + said);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
