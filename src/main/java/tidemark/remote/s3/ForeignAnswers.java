package tidemark.remote.s3;

import java.util.Optional;
import okhttp3.HttpUrl;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;

/// The answers that no S3 storage gives, each told by what it was: a page, a redirect, a 404 without a
/// word, a success without proof.
record ForeignAnswers(S3Address address) {
    private static final String SAFE = "Every change is safe on this computer.";

    /// RFC 6585: the network requires a login.
    private static final int LOGIN_NEEDED = 511;

    Problem explain(NotFromStorage answer) {
        return switch (answer.reason()) {
            case PAGE -> page();
            case NO_ETAG ->
                new Problem(
                        host() + " took what was sent, and did not confirm it as S3 storage does (no ETag).",
                        SAFE,
                        "Check that the endpoint is the address for S3, and not that of another service there.");
            case UNREADABLE ->
                new Problem(
                        host() + " answers in a form that cannot be read (" + answer.getMessage() + ").",
                        SAFE,
                        "Try again in a while; if it stays so, check the endpoint, or ask the service about its S3 "
                                + "listings.");
        };
    }

    /// The failure for an error response; empty when it is one of S3.
    Optional<RemoteException> explain(ErrorResponse response) {
        if (response.isBareRedirect()) {
            return Optional.of(redirected(response));
        }
        if (!response.code().isEmpty()
                || response.isMarked()
                || response.region().isPresent()) {
            return Optional.empty();
        }
        return switch (response.status()) {
            case LOGIN_NEEDED -> Optional.of(new Unavailable(page(), response.retryAfter()));
            case 404, 410 -> Optional.of(new Unavailable(nothingThere(response), response.retryAfter()));
            default -> Optional.empty();
        };
    }

    private Problem page() {
        return new Problem(
                "Something other than the storage answered for " + host()
                        + " with a web page, such as the login page of a guest network.",
                SAFE,
                "Open a page in the browser and log in to the network, or check the endpoint.");
    }

    private Problem nothingThere(ErrorResponse response) {
        return new Problem(
                host() + " has nothing at this address (status " + response.status()
                        + "), and does not say so as S3 storage does.",
                SAFE,
                "Check the endpoint: it is the address for S3, without a path, and mostly not that of the console.");
    }

    private RemoteException redirected(ErrorResponse response) {
        var to = response.location();
        if (to.isPresent() && to.get().isHttps() && isSameHost(to.get()) && !isTls()) {
            return new Denied(new Problem(
                    host() + " wants https: it sends on to " + server(to.get()) + ".",
                    "It was not followed there. " + SAFE,
                    "Set the endpoint to " + server(to.get()) + "."));
        }
        return new Unavailable(
                new Problem(
                        host() + " sends on to "
                                + to.map(ForeignAnswers::server).orElse("no address") + " (status " + response.status()
                                + ").",
                        "It was not followed there, because what is sent would have gone along. " + SAFE,
                        "Log in to the network if that is its login page; if the service has moved, change the "
                                + "endpoint."),
                response.retryAfter());
    }

    private boolean isSameHost(HttpUrl other) {
        return other.host().equalsIgnoreCase(host()) || other.host().endsWith("." + host());
    }

    private boolean isTls() {
        return address.endpoint().getScheme().equalsIgnoreCase("https");
    }

    private static String server(HttpUrl url) {
        var isUsual = url.port() == HttpUrl.defaultPort(url.scheme());
        return url.scheme() + "://" + url.host() + (isUsual ? "" : ":" + url.port());
    }

    private String host() {
        return address.endpoint().getHost();
    }
}
