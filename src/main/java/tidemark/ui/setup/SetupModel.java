package tidemark.ui.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.app.App;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.RemoteSettings;
import tidemark.app.remotes.ServerRemote;
import tidemark.app.remotes.WebDavRemote;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.remote.Credentials;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.StepResult;
import tidemark.ui.base.Background;
import tidemark.ui.base.Texts;

/// The model of the set-up: probes a remote, makes a dry run of the first sync with it, and then uses it.
public final class SetupModel {
    /// The input of the form.
    ///
    /// @param credentials the credentials that were typed; empty for those that are known, or when none are needed
    /// @param keyStorage the place in which they are stored
    record Input(RemoteSettings remote, Optional<Credentials> credentials, KeyStorage keyStorage) {}

    private final App app;
    private final Background background;
    private final ReadOnlyObjectWrapper<SetupStage> stage = new ReadOnlyObjectWrapper<>(new SetupStage.Filling());
    private int generation;

    /// A model of the set-up for this library.
    public SetupModel(App app, Background background) {
        this.app = app;
        this.background = background;
    }

    ReadOnlyObjectProperty<SetupStage> stage() {
        return stage.getReadOnlyProperty();
    }

    /// Takes note that the form was changed: the result of an earlier test does not count any more.
    void changed() {
        generation++;
        stage.set(new SetupStage.Filling());
    }

    /// Probes the remote, then makes a dry run of the first sync.
    ///
    /// @param input reads the form; throws when its input makes no sense
    void test(Callable<Input> input) {
        changed();
        var asked = generation;
        var steps = new ArrayList<StepResult>();
        Input wanted;
        try {
            wanted = input.call();
        } catch (Exception e) {
            stage.set(new SetupStage.Failed(List.of(), problem(e)));
            return;
        }
        stage.set(new SetupStage.Testing(List.of()));
        background
                .run(() -> {
                    var unknown = unknownCertificate(wanted.remote());
                    if (unknown.isPresent()) {
                        return unknown.get();
                    }
                    var found = probe(wanted, step -> background.onWindow(() -> stepEnded(asked, steps, step)));
                    return new SetupStage.Ready(
                            found, app.foregroundSync().dryRun(wanted.remote(), wanted.credentials()));
                })
                .then(
                        next -> show(asked, next),
                        failure -> show(asked, new SetupStage.Failed(List.copyOf(steps), problem(failure))));
    }

    private Optional<SetupStage> unknownCertificate(RemoteSettings remote) {
        return remote instanceof WebDavRemote server
                ? app.remotes()
                        .unknownCertificate(server)
                        .map(shown -> new SetupStage.UnknownCertificate(
                                server.address().url().getRawAuthority(),
                                shown,
                                server.address().certificate()))
                : Optional.empty();
    }

    private ProbeReport probe(Input input, Consumer<StepResult> progress) {
        var report = switch (input.remote()) {
            case FolderRemote folder -> app.remotes().test(folder, progress);
            case ServerRemote server ->
                input.credentials()
                        .map(credentials -> app.remotes().test(server, credentials, progress))
                        .orElseGet(() -> app.remotes().test(server, progress));
        };
        report.failure().ifPresent(failure -> {
            throw failure;
        });
        return report;
    }

    private void stepEnded(int asked, List<StepResult> steps, StepResult step) {
        steps.add(step);
        show(asked, new SetupStage.Testing(List.copyOf(steps)));
    }

    private void show(int asked, SetupStage next) {
        if (asked == generation) {
            stage.set(next);
        }
    }

    /// Uses the remote from now on.
    void use(Callable<Input> input) {
        var asked = generation;
        var steps = stage.get().steps();
        background
                .run(() -> {
                    use(input.call());
                    return true;
                })
                .then(
                        _ -> show(asked, new SetupStage.Done()),
                        failure -> show(asked, new SetupStage.Failed(steps, problem(failure))));
    }

    private void use(Input input) {
        switch (input.remote()) {
            case FolderRemote folder -> app.syncing().useFolder(folder);
            case ServerRemote server ->
                input.credentials()
                        .ifPresentOrElse(
                                credentials -> app.syncing().useServer(server, credentials, input.keyStorage()),
                                () -> app.syncing().useServer(server));
        }
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof TidemarkException known
                ? known.problem()
                : new Problem(
                        Texts.text("banner.unexpected", String.valueOf(failure.getMessage())),
                        Texts.text("setup.unchanged"),
                        Texts.text("setup.again"));
    }
}
