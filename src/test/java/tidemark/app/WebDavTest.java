package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidemark.app.TestApp.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.NoKeychain;
import tidemark.app.remotes.WebDavRemote;
import tidemark.library.records.ProjectDetails;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.probe.Outcome;
import tidemark.remote.probe.ProbeStep;
import tidemark.remote.probe.Verdict;
import tidemark.remote.webdav.DavServer;
import tidemark.sync.SyncState;
import tidemark.sync.format.CommitMode;
import tidemark.sync.state.Progress;

/// A WebDAV server as the remote of a whole program.
final class WebDavTest {
    private static final Credentials KEYS = Credentials.of("dav", "secret");

    private final DavServer server = new DavServer();

    @TempDir
    Path parent;

    @AfterEach
    void stop() {
        server.close();
    }

    private App open(String name) {
        return TestApp.open(parent.resolve(name), new NoKeychain());
    }

    private WebDavRemote remote() {
        return new WebDavRemote(server.address(), "ada");
    }

    @Test
    void aServerIsTestedAndCommitsByClaims() {
        try (var app = open("laptop")) {
            var report = app.remotes().test(remote(), KEYS, _ -> {});
            assertThat(report.refusal()).as(report.text()).isEmpty();
            assertThat(report.verdict()).contains(new Verdict.ByClaims());
            assertThat(report.outcome(ProbeStep.LISTED_AT_ONCE)).isInstanceOf(Outcome.Passed.class);
            assertThat(report.outcome(ProbeStep.CREATE_RACE)).isInstanceOf(Outcome.Skipped.class);
            assertThat(server.paths()).noneMatch(path -> path.contains("probe/") && !path.endsWith("/probe/"));
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndNothingIsSet() {
        try (var app = open("laptop")) {
            app.remotes().keepKeys(remote(), Credentials.of("dav", "wrong"), KeyStorage.THIS_RUN);
            assertThatThrownBy(() -> app.remotes().choose(remote()))
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("password");
            assertThat(app.remotes().current()).isEmpty();
        }
    }

    @Test
    void aPasswordThatWasChangedOnTheServerIsAskedForAndGivenAgain() throws Exception {
        try (var app = open("laptop")) {
            app.syncing().useServer(remote(), KEYS, KeyStorage.THIS_RUN);
            await(app, SyncState.UpToDate.class);
            server.password("new");
            var river = app.library().projects().create(ProjectDetails.titled("River"));
            app.syncing().syncNow();
            await(app, SyncState.ActionNeeded.class);
            app.syncing().signIn(Credentials.of(DavServer.USER, "new"), KeyStorage.THIS_RUN);
            await(app, SyncState.UpToDate.class);
            assertThat(app.status().pending()).isZero();
            assertThat(app.library().projects().find(river.id())).isPresent();
        }
    }

    @Test
    void twoProgramsSyncThroughIt() {
        try (var laptop = open("laptop");
                var desk = open("desk")) {
            for (var app : new App[] {laptop, desk}) {
                app.remotes().keepKeys(remote(), KEYS, KeyStorage.THIS_RUN);
                app.remotes().choose(remote());
                assertThat(app.remotes().current()).contains(remote());
                assertThat(app.remotes().describe())
                        .hasValueSatisfying(words -> assertThat(words).contains("WebDAV", "ada"));
            }
            var river = laptop.library().projects().create(ProjectDetails.titled("River"));
            laptop.foregroundSync().sync(Progress.NONE, Duration.ZERO);
            desk.foregroundSync().sync(Progress.NONE, Duration.ZERO);
            assertThat(desk.library().projects().find(river.id())).isPresent();
            assertThat(desk.status().commits()).hasValue(CommitMode.CLAIMS);
            assertThat(desk.status().stateHash()).isEqualTo(laptop.status().stateHash());
        }
    }
}
