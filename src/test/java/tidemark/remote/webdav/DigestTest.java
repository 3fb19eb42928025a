package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidemark.remote.Credentials;
import tidemark.remote.ServerHabits;

/// Digest authentication: the examples of RFC 7616 and RFC 2069, and the challenges of real servers.
final class DigestTest {
    private static final Credentials MUFASA = Credentials.of("Mufasa", "Circle of Life");
    private static final String CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    private static final String QUESTION = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", "
            + "algorithm=%s, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
            + "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

    private static String answer(Credentials credentials, Digest.Request request, String... questions) {
        return Digest.best(Challenge.parse(List.of(questions))).orElseThrow().authorization(credentials, request);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
        "MD5, 8ca523f5e9506fed4657c9700eebdbec"
    })
    void theExamplesOfTheStandardAreAnswered(String algorithm, String response) {
        var request = new Digest.Request("GET", "/dir/index.html", 1, CLIENT_NONCE);
        assertThat(answer(MUFASA, request, QUESTION.formatted(algorithm)))
                .startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\", ")
                .contains("uri=\"/dir/index.html\"", "response=\"" + response + "\"", "algorithm=" + algorithm)
                .contains("cnonce=\"" + CLIENT_NONCE + "\"", "qop=auth, nc=00000001")
                .contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
    }

    /// RFC 7616 3.9.2 with the values of its erratum 4897, but with the user name not hashed.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`username*=UTF-8''J%C3%A4s%C3%B8n%20Doe`, ``",
                "`username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\", userhash=true`, `, userhash=true`"
            })
    void aUserNameBeyondAsciiIsSentAsTheStandardHasIt(String sent, String wish) {
        var jason = Credentials.of("J\u00e4s\u00f8n Doe", "Secret, or not?");
        var nonce = "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v";
        var request = new Digest.Request("GET", "/doe.json", 1, nonce);
        var header = answer(
                jason,
                request,
                "Digest realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256, charset=UTF-8,"
                        + " nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\","
                        + " opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\"" + wish);
        assertThat(header)
                .contains(sent)
                .contains("response=\"3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5\"");
        assertThat(header.chars()).allMatch(c -> c < 128);
    }

    @Test
    void theStrongestQuestionIsAnswered() {
        var request = new Digest.Request("GET", "/dir/index.html", 1, CLIENT_NONCE);
        assertThat(answer(MUFASA, request, QUESTION.formatted("MD5"), QUESTION.formatted("SHA-256")))
                .contains("algorithm=SHA-256");
    }

    @Test
    void anOldServerIsAnsweredWithoutCounting() {
        var request = new Digest.Request("GET", "/dir/index.html", 1, "unused");
        var header = answer(
                Credentials.of("Mufasa", "CircleOfLife"),
                request,
                "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"");
        assertThat(header)
                .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
                .doesNotContain("qop", "nc=");
    }

    @Test
    void aQuestionThatCannotBeAnsweredIsNone() {
        assertThat(Digest.best(Challenge.parse(List.of("Digest realm=\"r\", nonce=\"n\", algorithm=SHA3"))))
                .isEmpty();
        assertThat(Digest.best(Challenge.parse(List.of("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\""))))
                .isEmpty();
        assertThat(Digest.best(Challenge.parse(List.of("Digest realm=\"r\"", "", "=,;\"", "Basic realm=\"x"))))
                .isEmpty();
    }

    @Test
    void severalQuestionsMayStandInOneLine() {
        var all =
                Challenge.parse(List.of("Basic realm=\"a, b=\\\"c\\\"\", Digest nonce=\"n\", realm=\"r\", stale=TRUE"));
        assertThat(all).extracting(Challenge::scheme).containsExactly("basic", "digest");
        assertThat(all.getFirst().parameter("realm")).hasValue("a, b=\"c\"");
        assertThat(all.getLast().parameter("stale")).hasValue("TRUE");
    }

    private static SignIn signIn(String scheme) {
        return new SignIn(WebDavAddress.of(scheme + "://dav.example"), MUFASA, new Random(1), ServerHabits.unknown());
    }

    @Test
    void thePasswordIsNotShownBeforeAServerWithoutTlsAsksForIt() {
        var signIn = signIn("http");
        assertThat(signIn.header("GET", "/")).isEmpty();
        assertThat(signIn.challenged(List.of("Basic realm=\"r\"", QUESTION.formatted("MD5")), Optional.empty()))
                .isTrue();
        assertThat(signIn.header("GET", "/").orElseThrow()).startsWith("Digest").contains("nc=00000001");
        assertThat(signIn.header("GET", "/").orElseThrow()).contains("nc=00000002");
    }

    @Test
    void aNonceThatGrewOldIsReplacedAndAWrongPasswordIsNotTriedAgain() {
        var signIn = signIn("http");
        signIn.challenged(List.of(QUESTION.formatted("MD5")), Optional.empty());
        var sent = signIn.header("GET", "/");
        var stale = QUESTION.formatted("MD5").replace("nonce=\"7", "stale=true, nonce=\"8");
        assertThat(signIn.challenged(List.of(stale), sent)).isTrue();
        var again = signIn.header("GET", "/");
        assertThat(again.orElseThrow()).contains("nonce=\"8", "nc=00000001");
        assertThat(signIn.challenged(List.of(QUESTION.formatted("MD5")), again)).isFalse();
    }

    @Test
    void overTlsThePasswordGoesAlongAtOnceAndIsRefusedOnce() {
        var signIn = signIn("https");
        var sent = signIn.header("GET", "/");
        assertThat(sent).hasValue("Basic TXVmYXNhOkNpcmNsZSBvZiBMaWZl");
        assertThat(signIn.challenged(List.of("Basic realm=\"r\""), sent)).isFalse();
    }
}
