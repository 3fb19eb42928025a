package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidemark.app.TestApp.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tidemark.app.remotes.AddressJson;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.MemoryKeychain;
import tidemark.app.remotes.NoKeychain;
import tidemark.app.remotes.S3Remote;
import tidemark.app.remotes.SecretStore;
import tidemark.library.records.ProjectDetails;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.probe.StepResult;
import tidemark.remote.probe.Verdict;
import tidemark.remote.s3.FaultProxy;
import tidemark.remote.s3.S3Address;
import tidemark.remote.s3.S3Server;
import tidemark.sync.SyncResult;
import tidemark.sync.SyncState;
import tidemark.sync.state.Progress;

/// A library in a bucket, from the set-up to the second start.
final class BucketTest {
    private final MemoryKeychain keychain = new MemoryKeychain();
    private S3Server server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        server = S3Server.atomic();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private App open(String name) {
        return open(name, keychain);
    }

    private App open(String name, SecretStore keys) {
        return TestApp.open(folder.resolve(name), keys);
    }

    private S3Remote bucket() {
        return new S3Remote(server.address());
    }

    private static SyncAttempt sync(App app) {
        return app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
    }

    @Test
    void aBucketThatPassesTheTestBecomesTheRemoteAndKeepsItsKeys() throws Exception {
        try (var app = open("laptop")) {
            var told = new ArrayList<StepResult>();
            var report = app.remotes().test(bucket(), S3Server.KEYS, told::add);
            assertThat(report.verdict()).contains(new Verdict.Atomic());
            assertThat(told).isEqualTo(report.steps());

            app.library().projects().create(ProjectDetails.titled("River"));
            app.syncing().useServer(bucket(), S3Server.KEYS, KeyStorage.KEYCHAIN);
            var status = await(app, SyncState.UpToDate.class);
            assertThat(status.version()).isEqualTo(1);
            assertThat(app.remotes().report()).contains(report);
        }
        try (var app = open("laptop")) {
            assertThat(app.remotes().current()).contains(bucket());
            assertThat(sync(app)).isEqualTo(new SyncAttempt.Ended(new SyncResult.UpToDate(0, 0)));
            assertThat(app.traffic().probesToday()).isGreaterThan(200);
            assertThat(app.traffic().today().requests()).isLessThan(40);
            assertThat(app.traffic().today().sent()).isPositive();
        }
    }

    @Test
    void anotherDeviceTakesTheLibraryOutOfTheBucket() {
        try (var laptop = open("laptop");
                var desk = open("desk")) {
            var river = laptop.library().projects().create(ProjectDetails.titled("River"));
            keychain.keep(bucket().id(), S3Server.KEYS);
            laptop.remotes().choose(bucket());
            sync(laptop);
            desk.remotes().choose(bucket());
            sync(desk);

            assertThat(desk.library().projects().find(river.id())).isPresent();
        }
    }

    @Test
    void wrongKeysAreRefusedAndTheRemoteStaysAsItWas() {
        try (var app = open("laptop")) {
            var wrong = Credentials.of(S3Server.KEYS.name(), "wrong");

            assertThatThrownBy(() -> app.syncing().useServer(bucket(), wrong, KeyStorage.KEYCHAIN))
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("secret key");
            assertThat(app.remotes().current()).isEmpty();
            assertThat(keychain.find(bucket().id())).isEmpty();
        }
    }

    @Test
    void keysThatWereNotKeptAreAskedForAtTheNextStart() throws Exception {
        try (var app = open("laptop", new NoKeychain())) {
            app.syncing().useServer(bucket(), S3Server.KEYS, KeyStorage.THIS_RUN);
            await(app, SyncState.UpToDate.class);
        }
        try (var app = open("laptop", new NoKeychain())) {
            app.syncing().start();
            assertThat(app.syncing().status().state())
                    .isInstanceOfSatisfying(
                            SyncState.ActionNeeded.class,
                            needed -> assertThat(needed.action()).isEqualTo(SyncState.Action.REMOTE_SETTINGS));
            assertThatThrownBy(() -> sync(app)).isInstanceOf(Denied.class);
            app.syncing().signIn(S3Server.KEYS, KeyStorage.FILE);
            await(app, SyncState.UpToDate.class);
        }
        try (var app = open("laptop", new NoKeychain())) {
            assertThat(sync(app)).isInstanceOf(SyncAttempt.Ended.class);
        }
    }

    @Test
    void aBucketIsTriedOutAgainUnderAnotherAddressOnly() {
        try (var app = open("laptop")) {
            keychain.keep(bucket().id(), S3Server.KEYS);
            app.remotes().choose(bucket());
            sync(app);
            var after = app.traffic().today().requests();
            sync(app);
            assertThat(app.traffic().today().requests() - after).isLessThan(5);

            var other = new S3Remote(server.address().withPrefix("elsewhere"));
            keychain.keep(other.id(), S3Server.KEYS);
            app.remotes().choose(other);
            var probed = app.traffic().probesToday();
            assertThat(probed).isGreaterThan(200 * 2);

            keychain.keep(bucket().id(), S3Server.KEYS);
            app.remotes().choose(bucket());
            assertThat(app.traffic().probesToday()).as("what was found is kept").isEqualTo(probed);
        }
    }

    @Test
    void settingsOfABucketComeBackWhole() {
        try (var app = open("laptop")) {
            var address = S3Address.of(
                            "http://127.0.0.1:" + server.address().endpoint().getPort(), S3Server.BUCKET)
                    .withPrefix("a/b")
                    .withRegion("auto")
                    .withStyle(S3Address.Style.PATH);
            var remote = new S3Remote(address, "ada");
            keychain.keep(remote.id(), S3Server.KEYS);
            app.remotes().choose(remote);

            assertThat(app.remotes().current()).contains(remote);
            var far = address.withProxy("http://proxy.example:3128").withCertificates(folder.resolve("ca.pem"));
            assertThat(AddressJson.read(AddressJson.write(far))).isEqualTo(far);
            app.remotes().forget();
            assertThat(app.remotes().current()).isEmpty();
            assertThat(keychain.find(remote.id())).isEmpty();
        }
    }

    @Test
    void afterAFullSessionTheSecretIsNowhere() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var own = (Logger) LoggerFactory.getLogger("tidemark");
        log.start();
        root.addAppender(log);
        own.setLevel(Level.TRACE);
        try {
            session();
        } finally {
            own.setLevel(null);
            root.detachAppender(log);
        }
        var secret = S3Server.KEYS.secret();
        assertThat(log.list).isNotEmpty();
        assertThat(log.list).noneMatch(event -> text(event).contains(secret));
        assertThat(filesWith(folder, secret)).isEmpty();
        assertThat(filesWith(folder, S3Server.BUCKET))
                .as("the search finds what is there")
                .isNotEmpty();
        assertThat(Files.readString(Path.of("/proc/self/cmdline"))).doesNotContain(secret);
    }

    /// Sets up with wrong keys and right ones, edits, loses the connection, and starts again.
    private void session() throws Exception {
        try (var proxy = new FaultProxy(server.port())) {
            var remote = new S3Remote(S3Address.of("http://127.0.0.1:" + proxy.port(), S3Server.BUCKET));
            try (var app = open("laptop")) {
                var wrong = Credentials.of("AKIANOBODY", S3Server.KEYS.secret());
                app.remotes().test(remote, wrong, _ -> {});
                app.syncing().useServer(remote, S3Server.KEYS, KeyStorage.KEYCHAIN);
                app.library().projects().create(ProjectDetails.titled("River"));
                app.syncing().syncNow();
                await(app, SyncState.UpToDate.class);
                proxy.injectAlways("HTTP/1.1", new FaultProxy.Fault.BreaksBefore());
                app.syncing().syncNow();
                await(app, SyncState.Offline.class);
            }
            try (var app = open("laptop")) {
                app.syncing().start();
                await(app, SyncState.Offline.class);
            }
        }
    }

    private static String text(ILoggingEvent event) {
        var thrown = Optional.ofNullable(event.getThrowableProxy())
                .map(ThrowableProxyUtil::asString)
                .orElse("");
        return event.getFormattedMessage() + thrown;
    }

    private static List<Path> filesWith(Path folder, String text) throws Exception {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
