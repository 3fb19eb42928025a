package tidemark.remote.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;

/// The failures between here and a bucket, each explained by what helps.
final class S3Problems {
    private static final String SAFE = "Every change is safe on this computer.";
    private static final String PASSES = "This mostly passes: try again in a while.";

    private static final Set<String> BUSY = Set.of("RequestTimeout", "SlowDown", "InternalError", "ServiceUnavailable");

    private final S3Address address;
    private final S3Errors errors;
    private final ForeignAnswers answers;

    S3Problems(S3Address address) {
        this.address = address;
        this.errors = new S3Errors(address);
        this.answers = new ForeignAnswers(address);
    }

    /// The failure of an operation, explained.
    RemoteException explain(Operation operation, IOException failure) {
        return switch (failure) {
            case S3Error refused -> explain(operation, refused.response());
            case NotFromStorage foreign -> new Unavailable(answers.explain(foreign), foreign);
            default -> new Unavailable(connection(failure), failure);
        };
    }

    private RemoteException explain(Operation operation, ErrorResponse response) {
        return switch (response.status()) {
            case 408, 409, 412, 425, 429, 500, 502, 503, 504 -> busy(response);
            default -> unexpected(operation, response);
        };
    }

    private RemoteException unexpected(Operation operation, ErrorResponse response) {
        if (BUSY.contains(response.code())) {
            return busy(response);
        }
        return answers.explain(response).orElseGet(() -> new Denied(errors.explain(operation, response)));
    }

    private Unavailable busy(ErrorResponse response) {
        return new Unavailable(
                new Problem(address.server() + " cannot do this now (" + S3Errors.said(response) + ").", SAFE, PASSES),
                response.retryAfter());
    }

    private Problem connection(IOException failure) {
        return failure instanceof SSLException ? tls(failure) : unreachable(failure);
    }

    private Problem tls(IOException failure) {
        var host = address.server();
        return new Problem(
                "No secure connection to " + host + " was possible: " + failure.getMessage() + ".",
                "Nothing was sent, because someone else could be listening. " + SAFE,
                "Check the computer's clock and that the endpoint begins with https only if the server speaks it; for a"
                        + " server with a certificate of its own, give its authority's file.");
    }

    private Problem unreachable(IOException failure) {
        var host = address.server();
        var through = address.proxy().map(url -> " through the proxy " + url).orElse("");
        return switch (failure) {
            case UnknownHostException _ ->
                new Problem(
                        "No address is known for " + unknown(failure, host) + ".",
                        SAFE,
                        "Check the network, and how the endpoint is spelled.");
            case ConnectException _, NoRouteToHostException _ ->
                new Problem(
                        "Nobody answers at " + address.endpoint() + through + " (" + failure.getMessage() + ").",
                        SAFE,
                        "Check that the server runs and that the port is right.");
            case InterruptedIOException _ -> new Problem(host + through + " did not answer in time.", SAFE, PASSES);
            default ->
                new Problem(
                        "The connection to " + host + through + " broke (" + failure.getMessage() + ").", SAFE, PASSES);
        };
    }

    /// The unknown host: with the bucket in the host's name it is that longer name.
    private static String unknown(IOException failure, String host) {
        return Optional.ofNullable(failure.getMessage())
                .map(message -> message.replaceAll(":.*", ""))
                .filter(name -> name.endsWith(host))
                .orElse(host);
    }
}
