package tidemark.remote.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.RemoteException.Denied;

/// URLs as providers show them, pasted where the endpoint is asked for.
final class PastedUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com/notes | \
            https://0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com | auto
            https://0123456789abcdef0123456789abcdef.eu.r2.cloudflarestorage.com/notes/ | \
            https://0123456789abcdef0123456789abcdef.eu.r2.cloudflarestorage.com | auto
            https://notes.s3.eu-central-1.amazonaws.com/ | https://s3.eu-central-1.amazonaws.com | eu-central-1
            https://s3.eu-central-1.amazonaws.com/notes | https://s3.eu-central-1.amazonaws.com | eu-central-1
            https://notes.s3-us-west-2.amazonaws.com | https://s3-us-west-2.amazonaws.com | us-west-2
            https://notes.s3.amazonaws.com | https://s3.amazonaws.com | us-east-1
            http://nas.local:9000/notes | http://nas.local:9000 | us-east-1
            https://notes.s3.us-west-004.backblazeb2.com | https://s3.us-west-004.backblazeb2.com | us-west-004
            https://s3.us-west-004.backblazeb2.com/notes | https://s3.us-west-004.backblazeb2.com | us-west-004
            https://s3.eu-central-2.wasabisys.com/notes | https://s3.eu-central-2.wasabisys.com | eu-central-2
            https://notes.s3.wasabisys.com | https://s3.wasabisys.com | us-east-1
            https://notes.fra1.digitaloceanspaces.com | https://fra1.digitaloceanspaces.com | us-east-1
            https://fra1.digitaloceanspaces.com/notes | https://fra1.digitaloceanspaces.com | us-east-1
            https://notes.fsn1.your-objectstorage.com | https://fsn1.your-objectstorage.com | fsn1
            https://notes.s3.fr-par.scw.cloud | https://s3.fr-par.scw.cloud | fr-par
            s3.fr-par.scw.cloud/notes | https://s3.fr-par.scw.cloud | fr-par
            """)
    void isTakenApart(String pasted, String endpoint, String region) {
        for (var given : new String[] {"notes", ""}) {
            var address = S3Address.of(pasted, given);
            assertThat(address.endpoint()).hasToString(endpoint);
            assertThat(address.bucket()).isEqualTo("notes");
            assertThat(address.region()).isEqualTo(region);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dash.cloudflare.com/0123456789abcdef/r2/default/buckets/notes",
                "https://eu-central-1.console.aws.amazon.com/s3/buckets/notes",
                "http://nas.local:9001/browser/notes",
                "https://f004.backblazeb2.com/file/notes",
                "https://console.hetzner.com/projects/1/buckets"
            })
    void aPageForPeopleIsToldToBeOne(String pasted) {
        assertThatThrownBy(() -> S3Address.of(pasted, "notes"))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("page for people");
    }

    @ParameterizedTest
    @CsvSource({
        "https://nas.local:9000/other, names the bucket other",
        "https://nas.local:9000/notes/deep, more than a bucket",
        "https://ada:secret@nas.local/notes, user name or password"
    })
    void whatDoesNotFitIsRefused(String pasted, String words) {
        assertThatThrownBy(() -> S3Address.of(pasted, "notes"))
                .isInstanceOf(Denied.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("secret@");
    }
}
