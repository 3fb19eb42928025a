package tidemark.app.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.build.SignUpdate;

/// The signatures of the release tool, as installed programs check them.
final class SignUpdateTest {
    @TempDir
    Path folder;

    private Path secret;
    private String key;

    @BeforeEach
    void makeKeys() throws Exception {
        secret = folder.resolve("secret");
        key = SignUpdate.newKey(secret);
    }

    private byte[] document() throws Exception {
        return SignUpdate.sign(secret, "1.2.0", "Faster – “much”.", "https://example.org/get");
    }

    @Test
    void whatItSignsIsBelieved() throws Exception {
        var update = SignedUpdate.parse(document()).verified(key);
        assertThat(update.version()).isEqualTo("1.2.0");
        assertThat(update.notes()).isEqualTo("Faster – “much”.");
        assertThat(update.download()).hasToString("https://example.org/get");
    }

    @Test
    void noByteOfTheReleaseCanBeChanged() throws Exception {
        var signed = SignedUpdate.parse(document());
        for (int i = 0; i < signed.release().length(); i++) {
            var changed = new StringBuilder(signed.release());
            changed.setCharAt(i, (char) (changed.charAt(i) ^ 1));
            var forged = new SignedUpdate(changed.toString(), signed.signature());
            assertThatThrownBy(() -> forged.verified(key)).isInstanceOf(UpdateException.class);
        }
    }

    @Test
    void anotherKeyIsNotBelieved() throws Exception {
        var signed = SignedUpdate.parse(document());
        var other = SignUpdate.newKey(folder.resolve("other"));
        assertThatThrownBy(() -> signed.verified(other)).isInstanceOf(UpdateException.class);
    }

    @Test
    void onlyItsOwnerReadsThePrivateKey() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyIsNeverOverwritten() throws Exception {
        var before = Files.readString(secret);
        assertThatThrownBy(() -> SignUpdate.newKey(secret)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(secret).hasContent(before);
    }
}
