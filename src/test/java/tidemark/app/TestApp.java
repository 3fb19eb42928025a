package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.app.remotes.EnvironmentKeys;
import tidemark.app.remotes.SecretFile;
import tidemark.app.remotes.SecretStore;
import tidemark.app.remotes.Secrets;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;

/// Whole applications for tests, each on a library of its own.
///
/// Unless a test gives its own, they have the computer's clock, randomness seeded by the name of the library's folder,
/// and no thread that must not wait.
public final class TestApp {
    /// The longest that a test waits for something another thread does before it fails.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestApp() {}

    /// Opens the library in this folder, or makes one there.
    public static App open(Path folder) {
        return open(folder, Clock.systemUTC());
    }

    /// Opens the library in the folder of this name below `parent`, or makes one there.
    public static App open(Path parent, String name) {
        return open(parent.resolve(name));
    }

    /// Opens the library with a clock of the test's own.
    public static App open(Path folder, InstantSource clock) {
        return open(folder, environment(clock, seeded(folder)));
    }

    /// Opens the library with randomness of the test's own, for one that is opened again and must draw other numbers.
    public static App open(Path folder, RandomGenerator random) {
        return open(folder, environment(Clock.systemUTC(), random));
    }

    /// Opens the library with this keychain and no keys from environment variables.
    public static App open(Path folder, SecretStore keychain) {
        return open(new LibraryFolder(folder), environment(Clock.systemUTC(), seeded(folder)), keychain, Map.of());
    }

    /// Opens the library with this keychain and these environment variables.
    public static App open(
            LibraryFolder folder, Environment environment, SecretStore keychain, Map<String, String> variables) {
        var secrets = new Secrets(new EnvironmentKeys(variables), keychain, new SecretFile(folder.keys()));
        return App.open(folder, environment, secrets);
    }

    private static App open(Path folder, Environment environment) {
        return App.open(new LibraryFolder(folder), environment);
    }

    private static Environment environment(InstantSource clock, RandomGenerator random) {
        return new Environment(clock, random, () -> {});
    }

    private static RandomGenerator seeded(Path folder) {
        return new Random(folder.getFileName().toString().hashCode());
    }

    /// Waits until the sync is in a state of this kind, and returns its status then.
    ///
    /// @throws AssertionError when that takes longer than [#PATIENCE]
    public static SyncStatus await(App app, Class<? extends SyncState> wanted) {
        var happened = new CountDownLatch(1);
        app.syncing().onStatus(status -> {
            if (wanted.isInstance(status.state())) {
                happened.countDown();
            }
        });
        await(happened);
        return app.syncing().status();
    }

    /// Waits until the latch is open.
    ///
    /// @throws AssertionError when that takes longer than [#PATIENCE]
    public static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("happened within %s", PATIENCE)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
