package tidemark.app.remotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.app.base.FolderException;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException.Denied;

/// The keys of remotes and the places where they are kept.
final class SecretsTest {
    private static final Credentials KEYS = new Credentials("key", "secret", Optional.of("token"));
    private static final Credentials OTHERS = Credentials.of("other", "secret2");

    @TempDir
    Path folder;

    private Secrets secrets(Map<String, String> environment, SecretStore keychain) {
        return new Secrets(new EnvironmentKeys(environment), keychain, new SecretFile(folder.resolve("keys.json")));
    }

    @Test
    void keysInTheKeychainAreThereInTheNextRun() {
        var keychain = new MemoryKeychain();
        secrets(Map.of(), keychain).keep("a", KEYS, KeyStorage.KEYCHAIN);
        var next = secrets(Map.of(), keychain);

        assertThat(next.find("a")).contains(KEYS);
        assertThat(next.storageOf("a", KEYS)).isEqualTo(KeyStorage.KEYCHAIN);
        assertThat(next.storageOf("a", OTHERS)).isEqualTo(KeyStorage.THIS_RUN);
        assertThat(next.find("b")).isEmpty();
        assertThat(folder.resolve("keys.json")).doesNotExist();
        next.forget("a");
        assertThat(secrets(Map.of(), keychain).find("a")).isEmpty();
    }

    @Test
    void withoutAKeychainTheyAreKnownForThisRunAndThePersonIsTold() {
        var secrets = secrets(Map.of(), new NoKeychain());

        assertThatThrownBy(() -> secrets.keep("a", KEYS, KeyStorage.KEYCHAIN))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("file that only you may read");
        assertThat(secrets.find("a")).contains(KEYS);
        assertThat(secrets(Map.of(), new NoKeychain()).find("a")).isEmpty();
        assertThat(folder.resolve("keys.json")).doesNotExist();
    }

    @Test
    void theFileIsTheOwnersAlone() throws Exception {
        var file = folder.resolve("keys.json");
        var secrets = secrets(Map.of(), new NoKeychain());
        secrets.keep("a", KEYS, KeyStorage.FILE);
        secrets.keep("b", OTHERS, KeyStorage.FILE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var next = secrets(Map.of(), new NoKeychain());
        assertThat(next.find("a")).contains(KEYS);
        assertThat(next.find("b")).contains(OTHERS);
        next.forget("a");
        assertThat(secrets(Map.of(), new NoKeychain()).find("b")).contains(OTHERS);
        next.forget("b");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[not json", "{\"b\":{\"name\":\"x\",\"secret\":\"hunter2\"}", "[]"})
    void aFileThatCannotBeUnderstoodGivesNothingAndIsNotReplaced(String text) throws Exception {
        var file = Files.writeString(folder.resolve("keys.json"), text);
        var secrets = secrets(Map.of(), new NoKeychain());

        assertThat(secrets.find("a")).isEmpty();
        assertThatThrownBy(() -> secrets.keep("a", KEYS, KeyStorage.FILE))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("left as it is")
                .hasMessageNotContaining("hunter2");
        assertThat(secrets.forget("a"))
                .hasValueSatisfying(problem ->
                        assertThat(problem.toString()).contains("left as it is").doesNotContain("hunter2"));
        assertThat(file).hasContent(text);
    }

    @Test
    void keysInTheFileTakeThePlaceOfOlderOnesInTheKeychain() {
        var keychain = new MemoryKeychain();
        secrets(Map.of(), keychain).keep("a", OTHERS, KeyStorage.KEYCHAIN);
        secrets(Map.of(), keychain).keep("a", KEYS, KeyStorage.FILE);
        var next = secrets(Map.of(), keychain);

        assertThat(next.find("a")).contains(KEYS);
        assertThat(next.storageOf("a", KEYS)).isEqualTo(KeyStorage.FILE);
    }

    @Test
    void anEmptyFileIsFilled() throws Exception {
        Files.createFile(folder.resolve("keys.json"));
        secrets(Map.of(), new NoKeychain()).keep("a", KEYS, KeyStorage.FILE);
        assertThat(secrets(Map.of(), new NoKeychain()).find("a")).contains(KEYS);
    }

    @Test
    void theEnvironmentWins() {
        var keychain = new MemoryKeychain();
        keychain.keep("a", OTHERS);
        var variables = Map.of("TIDEMARK_ACCESS_KEY", "key", "TIDEMARK_SECRET_KEY", "secret");

        assertThat(secrets(variables, keychain).find("a")).contains(Credentials.of("key", "secret"));
        assertThat(secrets(Map.of("TIDEMARK_ACCESS_KEY", "key"), keychain).find("a"))
                .contains(OTHERS);
    }

    @Test
    void whatIsGivenInThisRunWinsOverWhatWasKept() {
        var keychain = new MemoryKeychain();
        keychain.keep("a", OTHERS);
        var secrets = secrets(Map.of(), keychain);
        secrets.keep("a", KEYS, KeyStorage.THIS_RUN);

        assertThat(secrets.find("a")).contains(KEYS);
        assertThat(keychain.find("a")).contains(OTHERS);
    }

    @Test
    void credentialsNeverShowThemselves() {
        assertThat(KEYS.toString())
                .doesNotContain("key")
                .doesNotContain("secret")
                .doesNotContain("token");
        assertThat(new EnvironmentKeys(Map.of("TIDEMARK_SECRET_KEY", "s3cr3t")).toString())
                .doesNotContain("s3cr3t");
    }
}
