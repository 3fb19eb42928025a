package tidemark.app.remotes;

import java.util.Optional;
import java.util.function.Consumer;
import tidemark.app.base.Environment;
import tidemark.app.base.Settings;
import tidemark.app.base.Threads;
import tidemark.remote.RemoteStore;
import tidemark.remote.probe.Probe;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.ReportJson;
import tidemark.remote.probe.StepResult;
import tidemark.remote.probe.Verdict;
import tidemark.remote.s3.Settled;

/// The cache of probe reports. Each is valid for one place and one version of the program.
public final class ProbeCache {
    private static final String KEY = "probe.";

    private final Settings settings;
    private final Environment environment;
    private final String version;

    /// A cache in these settings.
    ///
    /// @param version the version of this program
    public ProbeCache(Settings settings, Environment environment, String version) {
        this.settings = settings;
        this.environment = environment;
        this.version = version;
    }

    /// Probes the place, and keeps the report if every question was answered.
    ProbeReport run(RemoteSettings remote, RemoteStore store, Consumer<StepResult> progress) {
        var report = runOnce(store, progress);
        if (report.isConclusive()) {
            forgetOtherVersions();
            settings.set(KEY + key(remote), ReportJson.write(report).toString());
        }
        return report;
    }

    private void forgetOtherVersions() {
        settings.all(KEY).keySet().stream()
                .filter(place -> !place.startsWith(version + " "))
                .forEach(place -> settings.remove(KEY + place));
    }

    /// Probes a place without keeping the report.
    ProbeReport runOnce(RemoteStore store, Consumer<StepResult> progress) {
        try (var threads = Threads.perTask()) {
            return new Probe(environment.clock(), environment.random(), threads).run(store, progress);
        }
    }

    /// The last report on this place by this version, if there is one.
    Optional<ProbeReport> last(RemoteSettings remote) {
        return settings.get(KEY + key(remote)).flatMap(ReportJson::read);
    }

    /// The findings of the last report that a store relies on, read anew each time; none without a report.
    Settled settled(RemoteSettings remote) {
        return new Settled() {
            @Override
            public boolean isAtomic() {
                return last(remote)
                        .flatMap(ProbeReport::verdict)
                        .filter(Verdict::isAtomic)
                        .isPresent();
            }

            @Override
            public boolean wasUnversioned() {
                return last(remote).filter(ProbeReport::isUnversioned).isPresent();
            }
        };
    }

    private String key(RemoteSettings remote) {
        return version + " " + (remote instanceof ServerRemote server ? server.probeKey() : remote.id());
    }
}
