package tidemark.remote.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// The presets of S3 providers.
final class S3ProviderTest {
    private static final S3Address ADDRESS =
            S3Address.of("https://abc123.r2.cloudflarestorage.com", "notes").withPrefix("tidemark");

    @ParameterizedTest
    @EnumSource
    void everyPresetFillsTheForm(S3Provider provider) {
        assertThat(provider.title()).isNotBlank();
        assertThat(provider.whereKeysAre()).doesNotContain("\n").hasSizeBetween(20, 140);
        var endpoint = provider.endpoint(provider.defaultRegion()).replaceAll("\\{\\w+}", "example");
        assertThat(S3Address.of(endpoint, "notes")
                        .withRegion(provider.defaultRegion())
                        .endpoint()
                        .getScheme())
                .isEqualTo("https");
    }

    @ParameterizedTest
    @EnumSource
    void everyPolicyIsJsonAndNamesOneBucket(S3Provider provider) {
        var json = new JsonMapper().readTree(provider.policy(ADDRESS, "me"));

        assertThat(json.isObject()).isTrue();
        assertThat(json.toString()).contains("notes").doesNotContain("s3:*");
    }

    @Test
    void aPolicyAllowsToListAndNothingOutsideThePrefix() {
        var policy = S3Provider.AWS.policy(ADDRESS, "me");

        assertThat(policy)
                .contains("s3:ListBucket", "\"tidemark/me/*\"", "arn:aws:s3:::notes/tidemark/me/*", "s3:GetObject")
                .contains("s3:PutObject", "s3:DeleteObject")
                .doesNotContain("arn:aws:s3:::notes/*");
        assertThat(S3Provider.BACKBLAZE_B2.policy(ADDRESS, "me")).contains("listFiles", "tidemark/me/");
        assertThat(S3Provider.CLOUDFLARE_R2.policy(ADDRESS, "me"))
                .contains("com.cloudflare.edge.r2.bucket.abc123_default_notes");
    }
}
