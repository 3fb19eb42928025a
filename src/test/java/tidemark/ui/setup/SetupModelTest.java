package tidemark.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.App;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.RemoteSettings;
import tidemark.app.remotes.WebDavRemote;
import tidemark.library.records.ProjectDetails;
import tidemark.problem.Problem;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.SelfSigned;
import tidemark.remote.probe.ProbeStep;
import tidemark.remote.probe.StepResult;
import tidemark.remote.webdav.DavServer;
import tidemark.sync.DryRun;
import tidemark.ui.base.Background;
import tidemark.ui.setup.SetupModel.Input;

/// A storage is tried out, rehearsed and used, while the form may change at any time.
final class SetupModelTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<SetupStage> stages = new ArrayList<>();
    private App app;
    private SetupModel model;

    @TempDir
    Path parent;

    @BeforeEach
    void open() {
        app = App.open(
                new LibraryFolder(parent.resolve("laptop")),
                new Environment(Clock.systemUTC(), new Random(4), () -> {}));
        var _ = app.library().projects().create(ProjectDetails.titled("River"));
        model = new SetupModel(app, new Background(work::add, Runnable::run, failures::add));
        var _ = model.stage().subscribe(stage -> stages.add(stage));
    }

    @AfterEach
    void close() {
        app.close();
        assertThat(failures).isEmpty();
    }

    private FolderRemote folder(String name) {
        return new FolderRemote(parent.resolve(name), FolderRemote.DEFAULT_USER);
    }

    private static Input wish(RemoteSettings remote) {
        return new Input(remote, Optional.empty(), KeyStorage.THIS_RUN);
    }

    private static Input wish(DavServer server, String password) {
        return new Input(
                new WebDavRemote(server.address()),
                Optional.of(Credentials.of(DavServer.USER, password)),
                KeyStorage.THIS_RUN);
    }

    private void finishWork() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private SetupStage tested(Input input) {
        model.test(() -> input);
        finishWork();
        return model.stage().get();
    }

    private SetupStage.Failed failed() {
        return (SetupStage.Failed) model.stage().get();
    }

    @Test
    void thePersonBeginsByFillingInTheForm() {
        assertThat(model.stage().get()).isEqualTo(new SetupStage.Filling());
        assertThat(work).isEmpty();
    }

    @Test
    void aFolderThatCanBeUsedIsRehearsedAndNothingIsSet() {
        assertThat(tested(wish(folder("remote")))).isInstanceOfSatisfying(SetupStage.Ready.class, ready -> {
            assertThat(ready.report().place()).isEqualTo(DryRun.Place.EMPTY);
            assertThat(ready.report().leaving()).containsEntry("project", 1L);
            assertThat(ready.found().failure()).isEmpty();
        });
        assertThat(app.remotes().current()).isEmpty();
        assertThat(parent.resolve("remote")).doesNotExist();
    }

    @Test
    void theStepsAreShownAsTheyEnd() {
        var _ = tested(wish(folder("remote")));
        var lengths = stages.stream()
                .filter(SetupStage.Testing.class::isInstance)
                .map(stage -> stage.steps().size())
                .toList();
        assertThat(lengths.getFirst()).isZero();
        assertThat(lengths).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(5);
        assertThat(model.stage().get().steps())
                .extracting(StepResult::step)
                .contains(ProbeStep.WRITE, ProbeStep.DELETE);
    }

    @Test
    void aFormThatMakesNoSenseFailsBeforeAnythingIsTried() {
        model.test(() -> {
            throw new Denied(new Problem("“notes” is not a whole path.", "Nothing was set.", "Choose a folder."));
        });
        assertThat(failed().problem().cause()).isEqualTo("“notes” is not a whole path.");
        assertThat(failed().steps()).isEmpty();
        assertThat(work).isEmpty();
    }

    @Test
    void aFailureThatNobodyForesawIsExplainedToo() {
        model.test(() -> {
            throw new IOException("no such disk");
        });
        assertThat(failed().problem().cause()).contains("no such disk");
        assertThat(failed().problem().remedy()).isNotBlank();
    }

    @Test
    void aFolderThatCannotBeMadeFails() throws IOException {
        var file = Files.writeString(parent.resolve("file"), "in the way");
        assertThat(tested(wish(new FolderRemote(file.resolve("library"), "me"))))
                .isInstanceOf(SetupStage.Failed.class);
        assertThat(failed().problem().cause()).contains("file");
        assertThat(app.remotes().current()).isEmpty();
    }

    @Test
    void aTestThatEndsAfterTheFormWasChangedIsNotShown() {
        model.test(() -> wish(folder("remote")));
        assertThat(model.stage().get()).isEqualTo(new SetupStage.Testing(List.of()));
        model.changed();
        stages.clear();
        finishWork();
        assertThat(model.stage().get()).isEqualTo(new SetupStage.Filling());
        assertThat(stages).isEmpty();
    }

    @Test
    void ofTwoTestsTheLaterOneCounts() throws IOException {
        var file = Files.writeString(parent.resolve("file"), "in the way");
        model.test(() -> wish(new FolderRemote(file, "me")));
        var first = work.remove();
        assertThat(tested(wish(folder("remote")))).isInstanceOf(SetupStage.Ready.class);
        first.run();
        assertThat(model.stage().get()).isInstanceOf(SetupStage.Ready.class);
    }

    @Test
    void aChangeOfTheFormTakesBackWhatWasTested() {
        var _ = tested(wish(folder("remote")));
        model.changed();
        assertThat(model.stage().get()).isEqualTo(new SetupStage.Filling());
    }

    @Test
    void theStorageIsUsedWhenThePersonSaysSo() {
        var wanted = wish(folder("remote"));
        var _ = tested(wanted);
        model.use(() -> wanted);
        assertThat(app.remotes().current()).isEmpty();
        finishWork();
        assertThat(model.stage().get()).isEqualTo(new SetupStage.Done());
        assertThat(app.remotes().current()).contains(folder("remote"));
    }

    @Test
    void aStorageThatWentAwayAfterTheTestFailsWithTheStepsOfTheTest() throws IOException {
        var wanted = wish(folder("remote"));
        var steps = tested(wanted).steps();
        var _ = Files.writeString(parent.resolve("remote"), "in the way");
        model.use(() -> wanted);
        finishWork();
        assertThat(failed().steps()).isEqualTo(steps);
        assertThat(app.remotes().current()).isEmpty();
    }

    @Test
    void aServerIsTestedWithTheKeysOfTheForm() {
        try (var server = new DavServer()) {
            assertThat(tested(wish(server, DavServer.PASSWORD))).isInstanceOf(SetupStage.Ready.class);
            assertThat(tested(wish(server, "wrong"))).isInstanceOf(SetupStage.Failed.class);
            assertThat(failed().steps()).isNotEmpty();
        }
    }

    @Test
    void aServerWithoutKeysIsNotTried() {
        try (var server = new DavServer()) {
            assertThat(tested(wish(new WebDavRemote(server.address())))).isInstanceOf(SetupStage.Failed.class);
            assertThat(failed().problem().toString()).contains("password");
            assertThat(failed().steps()).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsShownBeforeThePasswordIsSent() throws Exception {
        try (var server = new DavServer(new SelfSigned(parent))) {
            var stage = tested(wish(server, DavServer.PASSWORD));
            assertThat(stage).isInstanceOfSatisfying(SetupStage.UnknownCertificate.class, shown -> {
                assertThat(shown.host())
                        .isEqualTo(server.address().url().getRawAuthority())
                        .startsWith("127.0.0.1:");
                assertThat(shown.accepted()).isEmpty();
            });
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anAcceptedCertificateIsNotShownAgain() throws Exception {
        try (var server = new DavServer(new SelfSigned(parent))) {
            var shown = (SetupStage.UnknownCertificate) tested(wish(server, DavServer.PASSWORD));
            var remote = new WebDavRemote(server.address().trusting(shown.fingerprint()));
            var keys = Optional.of(Credentials.of(DavServer.USER, DavServer.PASSWORD));
            assertThat(tested(new Input(remote, keys, KeyStorage.THIS_RUN))).isInstanceOf(SetupStage.Ready.class);
        }
    }
}
