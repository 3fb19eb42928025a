package tidemark.app.remotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.s3.S3Address;
import tidemark.remote.webdav.Fingerprint;
import tidemark.remote.webdav.WebDavAddress;

/// The address of the remote beside the library.
final class AddressFileTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfAddressIsReadAsItWasKept() {
        var bucket = S3Address.of("https://s3.example.org", "notes")
                .withPrefix("a/b")
                .withRegion("auto");
        var server = WebDavAddress.of("https://dav.example.org/My%20things/");
        var all = List.of(
                new FolderRemote(folder.resolve("remote"), "me"),
                new S3Remote(bucket, "anna"),
                new WebDavRemote(server, "me"),
                new WebDavRemote(server.trusting(Fingerprint.parse("ab".repeat(32))), "me"));
        var file = new AddressFile(folder.resolve("remote.json"));
        for (var remote : all) {
            file.keep(Optional.of(remote));
            assertThat(file.read()).hasValue(remote);
        }
        file.keep(Optional.empty());
        assertThat(file.read()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNoAddress() throws IOException {
        var path = folder.resolve("remote.json");
        for (var text : List.of("", "{", "[]", "{\"user\":\"me\"}", "{\"user\":\"../x\",\"folder\":\"/tmp\"}")) {
            Files.writeString(path, text);
            assertThat(new AddressFile(path).read()).isEmpty();
        }
    }
}
