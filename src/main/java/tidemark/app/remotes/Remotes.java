package tidemark.app.remotes;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.Environment;
import tidemark.app.base.Settings;
import tidemark.app.base.Traffic;
import tidemark.problem.Problem;
import tidemark.remote.Credentials;
import tidemark.remote.MeteredStore;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteStore;
import tidemark.remote.RequestListener;
import tidemark.remote.folder.FolderPlacement;
import tidemark.remote.folder.FolderStore;
import tidemark.remote.folder.TrialFolder;
import tidemark.remote.memory.MemoryStore;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.StepResult;
import tidemark.remote.s3.S3Store;
import tidemark.remote.s3.Settled;
import tidemark.remote.s3.StyleTrial;
import tidemark.remote.webdav.Fingerprint;
import tidemark.remote.webdav.ShownCertificate;
import tidemark.remote.webdav.WebDavStore;
import tidemark.sync.LocalCopy;

/// The remote of this library: choosing, probing and opening it.
public final class Remotes {
    private static final Logger LOG = LoggerFactory.getLogger(Remotes.class);

    /// The longest wait for a server's certificate.
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Settings settings;
    private final Environment environment;
    private final Secrets secrets;
    private final Traffic traffic;
    private final ProbeCache probes;
    private final KeptHabits habits;

    /// The remote in these settings, with its requests counted in `traffic`.
    public Remotes(Settings settings, Environment environment, Secrets secrets, Traffic traffic, ProbeCache probes) {
        this.settings = settings;
        this.environment = environment;
        this.secrets = secrets;
        this.traffic = traffic;
        this.probes = probes;
        this.habits = new KeptHabits(settings);
    }

    /// The settings of the remote, if one is set.
    public Optional<RemoteSettings> current() {
        return server().map(RemoteSettings.class::cast).or(() -> FolderRemote.read(settings));
    }

    private Optional<ServerRemote> server() {
        return S3Remote.read(settings).map(ServerRemote.class::cast).or(() -> WebDavRemote.read(settings));
    }

    /// Probes a server with these keys. Nothing is set; a good report is required by [tidemark.app.Syncing#useServer].
    ///
    /// @param progress gets each step's result as it ends, on this thread
    public ProbeReport test(ServerRemote remote, Credentials credentials, Consumer<StepResult> progress) {
        if (remote instanceof S3Remote bucket) {
            StyleTrial.run(bucket.address(), credentials, environment.clock(), habits.of(remote));
        }
        try (var store = connect(remote, credentials, Settled.TRUSTED, traffic.ofProbes())) {
            return probes.run(remote, store, progress);
        }
    }

    /// The certificate that this server shows, if the system does not trust it and the person has not accepted it.
    public Optional<Fingerprint> unknownCertificate(WebDavRemote remote) {
        return ShownCertificate.unknown(remote.address(), TIMEOUT);
    }

    /// Probes a folder, in a hidden folder that is removed again. Nothing is set.
    ///
    /// @throws tidemark.remote.RemoteException when it is not fit, or nothing can be created in it
    public ProbeReport test(FolderRemote remote, Consumer<StepResult> progress) {
        try (var trial = TrialFolder.at(remote.root(), environment.clock(), environment.random())) {
            return probes.runOnce(trial.store(), progress);
        }
    }

    /// Probes a server with the keys that are known for it.
    ///
    /// @throws Denied when there are none
    public ProbeReport test(ServerRemote remote, Consumer<StepResult> progress) {
        return test(remote, keys(remote), progress);
    }

    /// Probes the remote that is set, with the keys that are known.
    ///
    /// @return empty when there is none
    public Optional<ProbeReport> test(Consumer<StepResult> progress) {
        return current().map(remote -> switch (remote) {
            case FolderRemote folder -> testAgain(folder, progress);
            case ServerRemote server -> test(server, progress);
        });
    }

    /// Probes a folder that was set up before. It is not created anew: it may lie on a disk that is not connected.
    private ProbeReport testAgain(FolderRemote remote, Consumer<StepResult> progress) {
        FolderStore.requireThere(remote.root());
        return test(remote, progress);
    }

    /// The last report on the remote that is set, if there is one by this version of the program.
    public Optional<ProbeReport> report() {
        return current().flatMap(probes::last);
    }

    /// The known keys of this remote.
    public Optional<Credentials> knownKeys(ServerRemote remote) {
        return secrets.find(remote.id());
    }

    /// The keys of this remote in the process's environment variables.
    public Optional<Credentials> keysFromEnvironment(ServerRemote remote) {
        return secrets.fromEnvironment(remote.id());
    }

    /// The place in which these keys are kept for the next start.
    public KeyStorage storageOf(ServerRemote remote, Credentials credentials) {
        return secrets.storageOf(remote.id(), credentials);
    }

    /// Sets this folder as the remote, and creates it if it does not exist.
    ///
    /// @throws Denied when another program syncs the folder, or it may not be written
    public void choose(FolderRemote remote) {
        refuseUnfit(remote);
        FolderStore.setUp(remote.root(), environment.random());
        detachFor(remote);
        remote.keep(settings);
    }

    /// Leaves the present remote for another: the library may join another log there. The keys of the old place are
    /// removed, unless it is the same place by another way.
    private void detachFor(RemoteSettings remote) {
        var before = current();
        new LocalCopy(settings.database()).allowMoveTo(remote.describe(), before.map(RemoteSettings::describe));
        if (before.map(RemoteSettings::id).equals(Optional.of(remote.id()))) {
            forgetPlace();
        } else {
            forget().ifPresent(problem -> LOG.warn("{}", problem));
        }
    }

    /// Sets a place on this server as the remote, with keys that are known already. It is probed unless that was done.
    ///
    /// @throws Denied when it is not fit for a library, or its keys are not known
    /// @throws tidemark.remote.RemoteException.Unavailable when it does not answer
    public void choose(ServerRemote remote) {
        var keys = keys(remote);
        var report = probes.last(remote).orElseGet(() -> test(remote, keys, _ -> {}));
        report.failure().ifPresent(failure -> {
            throw failure;
        });
        detachFor(remote);
        switch (remote) {
            case S3Remote bucket -> bucket.keep(settings);
            case WebDavRemote folder -> folder.keep(settings);
        }
    }

    /// Sets the folder of the remote up again where what was in it was deleted, as a person has decided; the folder
    /// around it must be there. Other remotes need nothing.
    ///
    /// @throws tidemark.remote.RemoteException when it may not be written, or is not fit
    public void setUpAgain() {
        if (current().orElse(null) instanceof FolderRemote remote && Files.isDirectory(remote.folder())) {
            FolderStore.setUp(remote.root(), environment.random());
        }
    }

    /// Sets this remote without a look at it: it was this library's before.
    public void adopt(RemoteSettings remote) {
        forgetPlace();
        switch (remote) {
            case FolderRemote folder -> folder.keep(settings);
            case S3Remote bucket -> bucket.keep(settings);
            case WebDavRemote folder -> folder.keep(settings);
        }
    }

    /// Stores the keys of a server.
    ///
    /// @throws Denied when there is no keychain to keep them in; they are known until the program ends all the same
    public void keepKeys(ServerRemote remote, Credentials credentials, KeyStorage storage) {
        secrets.keep(remote.id(), credentials, storage);
    }

    /// Unsets the remote and removes its keys; the objects there stay.
    ///
    /// @return the reason why the keys could not be removed; the remote is unset all the same
    public Optional<Problem> forget() {
        var before = server();
        before.ifPresent(habits::forget);
        forgetPlace();
        return before.flatMap(remote -> secrets.forget(remote.id()));
    }

    private void forgetPlace() {
        S3Remote.forget(settings);
        WebDavRemote.forget(settings);
        FolderRemote.forget(settings);
    }

    /// The place of the remote in words for people, free of secrets, if one is set.
    public Optional<String> describe() {
        return current().map(RemoteSettings::describe);
    }

    /// The store at this place, with these keys or, if empty, the known ones; the caller closes it. Nothing is set.
    public RemoteStore open(RemoteSettings remote, Optional<Credentials> credentials) {
        return switch (remote) {
            case FolderRemote folder -> openExisting(folder);
            case ServerRemote server -> open(server, credentials.orElseGet(() -> keys(server)));
        };
    }

    /// The store in a folder; an empty one for a folder that does not exist yet, or is empty.
    private RemoteStore openExisting(FolderRemote remote) {
        refuseUnfit(remote);
        return remote.hasEntries() ? open(remote) : new MemoryStore();
    }

    private static void refuseUnfit(FolderRemote remote) {
        FolderPlacement.refusalForRemote(remote.folder()).ifPresent(problem -> {
            throw new Denied(problem);
        });
    }

    /// The store of the remote, if one is set; the caller closes it.
    ///
    /// @throws Denied when its keys are not known
    public Optional<RemoteStore> open() {
        return current().map(this::open);
    }

    private RemoteStore open(RemoteSettings remote) {
        return switch (remote) {
            case FolderRemote folder -> FolderStore.open(folder.root(), environment.clock(), environment.random());
            case ServerRemote server -> open(server, keys(server));
        };
    }

    private RemoteStore open(ServerRemote remote, Credentials credentials) {
        return connect(remote, credentials, probes.settled(remote), traffic);
    }

    /// The store on a server.
    ///
    /// @param settled what is believed of storage that claims to create atomically
    /// @param counted gets the requests
    private RemoteStore connect(
            ServerRemote remote, Credentials credentials, Settled settled, RequestListener counted) {
        var known = habits.of(remote);
        var store = switch (remote) {
            case S3Remote bucket ->
                S3Store.open(habits.styled(bucket), bucket.user(), credentials, environment.clock(), known)
                        .as(settled);
            case WebDavRemote folder ->
                WebDavStore.open(
                        folder.address(), folder.user(), credentials, environment.clock(), environment.random(), known);
        };
        return new MeteredStore(store, counted);
    }

    private Credentials keys(ServerRemote remote) {
        return secrets.find(remote.id())
                .orElseThrow(() -> new Denied(new Problem(
                        "The keys for the " + remote.describe() + " are not known.",
                        "Sync waits for them; every change is safe on this computer.",
                        remote.missingKeysRemedy())));
    }

    /// Probes the remote again unless this version of the program has.
    ///
    /// @return the reason why it cannot be trusted any longer; empty also when it cannot be reached now
    public Optional<Problem> reprobe() {
        return server().map(remote -> probes.last(remote).orElseGet(() -> test(remote, _ -> {})))
                .filter(report -> report.verdict().isPresent())
                .flatMap(ProbeReport::failure)
                .filter(Denied.class::isInstance)
                .map(RemoteException::problem);
    }
}
