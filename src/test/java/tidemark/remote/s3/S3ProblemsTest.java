package tidemark.remote.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;

/// The messages of everything that can be wrong, each with the remedy that helps.
final class S3ProblemsTest {
    private final S3Problems problems =
            new S3Problems(S3Address.of("https://s3.example.net", "library").withRegion("eu-north-1"));

    private static S3Error refused(int status, String code, String message) {
        return new S3Error(new ErrorResponse(status, code, message, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "403, InvalidAccessKeyId, does not know this access key",
        "401, Unauthorized, does not know this access key",
        "403, SignatureDoesNotMatch, secret key does not belong",
        "403, ExpiredToken, session of these keys has ended",
        "403, RequestTimeTooSkewed, clock is off",
        "404, NoSuchBucket, There is no bucket library",
        "400, InvalidBucketName, There is no bucket library",
        "400, AuthorizationHeaderMalformed, not in the region eu-north-1",
        "301, PermanentRedirect, not in the region eu-north-1",
        "400, InvalidRegionName, not in the region eu-north-1",
        "403, QuotaExceeded, is full",
        "507, XMinioStorageFull, is full",
        "400, XMinioAdminBucketQuotaExceeded, is full",
        "403, AccessDenied, may not write objects",
        "405, MethodNotAllowed, not able to write objects",
        "501, NotImplemented, not able to write objects",
        "400, InvalidArgument, refused to write objects"
    })
    void aRefusalIsNamed(int status, String code, String words) {
        var failure = problems.explain(Operation.WRITE, refused(status, code, ""));

        assertThat(failure).isInstanceOf(Denied.class);
        assertThat(failure.problem().cause()).contains(words);
        assertThat(failure.problem().remedy()).isNotBlank();
    }

    @Test
    void everyOperationThatIsRefusedNamesThePermissionItLacks() {
        var remedies = new HashSet<String>();
        for (var operation : Operation.values()) {
            remedies.add(problems.explain(operation, refused(403, "AccessDenied", ""))
                    .problem()
                    .remedy());
        }
        assertThat(remedies).hasSize(Operation.values().length);
        assertThat(remedies).anyMatch(remedy -> remedy.contains("s3:GetObject") && remedy.contains("s3:ListBucket"));
    }

    @Test
    void theRegionThatTheServerExpectsIsTheRemedy() {
        var response = new ErrorResponse(301, "", "", Optional.of("us-west-2"), Optional.empty());

        assertThat(problems.explain(Operation.READ, new S3Error(response))
                        .problem()
                        .remedy())
                .contains("us-west-2");
    }

    @Test
    void aKeyOfTheWrongLengthIsAWrongKey() {
        var answer = refused(400, "InvalidArgument", "Credential access key has length 5, should be 32");

        assertThat(problems.explain(Operation.READ, answer).problem().cause())
                .contains("does not know this access key");
    }

    @Test
    void whatTheLineCannotDoIsTriedAgainAndEachHasItsWords() {
        var failures = Stream.<IOException>of(
                        new UnknownHostException("s3.example.net"),
                        new ConnectException("Connection refused"),
                        new SSLHandshakeException("certificate expired"),
                        new SocketTimeoutException("timeout"),
                        new IOException("unexpected end of stream"),
                        new NotFromStorage(NotFromStorage.Reason.PAGE, "a page of HTML"))
                .map(failure -> problems.explain(Operation.READ, failure))
                .toList();

        assertThat(failures).allMatch(Unavailable.class::isInstance);
        assertThat(failures.stream().map(failure -> failure.problem().cause()).distinct())
                .hasSize(failures.size());
        assertThat(failures.stream().map(failure -> failure.problem()).map(Problem::effect))
                .allMatch(effect -> effect.contains("safe on this computer"));
        assertThat(List.of(failures.get(2).problem().remedy())).allMatch(remedy -> remedy.contains("clock"));
    }
}
