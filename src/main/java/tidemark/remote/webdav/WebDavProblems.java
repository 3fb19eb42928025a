package tidemark.remote.webdav;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;
import tidemark.problem.Problem;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;

/// The failures of a WebDAV server, each explained by what helps.
final class WebDavProblems {
    private static final String SAFE = "Every change is safe on this computer.";
    private static final String PASSES = "This mostly passes: try again in a while.";

    private final WebDavAddress address;
    private final String host;

    WebDavProblems(WebDavAddress address) {
        this.address = address;
        this.host = address.url().getRawAuthority();
    }

    /// The failure for a request without a response.
    ///
    /// @param refused the certificate that was refused last, if any
    RemoteException unanswered(IOException e, Optional<Fingerprint> refused) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RemoteException known) {
                return known;
            }
        }
        if (e instanceof SSLException && refused.isPresent()) {
            return new Denied(certificate(refused.get()), e);
        }
        return new Unavailable(new Problem(why(e), SAFE, "Check the connection and the address."), e);
    }

    private String why(IOException e) {
        var cause = e.getCause();
        if (e instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || (cause != null && cause.getCause() instanceof UnresolvedAddressException)) {
            return "The server " + host + " is not found.";
        }
        if (e instanceof HttpTimeoutException) {
            return "The server " + host + " did not answer in time.";
        }
        if (e instanceof ConnectException) {
            return "The server " + host + " does not accept connections.";
        }
        return "The connection to " + host + " failed: " + e.getMessage() + ".";
    }

    private Problem certificate(Fingerprint shown) {
        var cause = address.certificate().isPresent()
                ? "The server " + host + " shows another certificate than the one that you accepted."
                : "The certificate of " + host + " is not vouched for by anybody that this computer trusts.";
        return new Problem(
                cause,
                "Nothing was sent to it, your password neither.",
                "If it is your own server, compare the fingerprint with what it shows there, and accept it: " + shown);
    }

    /// The failure for a response that is no success.
    RemoteException refused(DavResponse response, Instant now) {
        if (response.isPage()) {
            return page();
        }
        if (response.isRedirect()) {
            return redirected(response);
        }
        return switch (response.status()) {
            case 401 -> new Denied(signIn());
            case 403 -> new Denied(forbidden());
            case 404, 409 -> new Denied(missing());
            case 405, 501 -> new Denied(notWebDav());
            case 413 -> new Denied(tooLarge());
            case 507 -> new Unavailable(full(), response.retryAfter(now));
            case 423 -> new Unavailable(busy("holds a lock on what was asked for"), response.retryAfter(now));
            case 408, 425, 429, 500, 502, 503, 504 ->
                new Unavailable(busy("is busy or out of order (" + response.status() + ")"), response.retryAfter(now));
            default -> new Unavailable(busy("answered " + response.status()), response.retryAfter(now));
        };
    }

    Unavailable page() {
        return new Unavailable(
                new Problem(
                        "Something between here and " + host + " answers with a web page.",
                        SAFE,
                        "Sign in to this network with a browser if it asks for that, or check the address."),
                Optional.empty());
    }

    private RemoteException redirected(DavResponse response) {
        var to = response.location().filter(url -> url.getHost() != null);
        if (to.isPresent() && isSameOverTls(to.get())) {
            return new Denied(new Problem(
                    "The server " + host + " wants https: it sends to " + server(to.get()) + ".",
                    "It was not followed there. " + SAFE,
                    "Set the address to one that begins with " + server(to.get()) + "."));
        }
        return new Unavailable(
                new Problem(
                        "The server " + host + " sends to "
                                + to.map(WebDavProblems::server).orElse("no address") + ".",
                        "It was not followed there, because your password would have gone along. " + SAFE,
                        "Sign in to this network if it asks for that; if the server has moved, change the address."),
                Optional.empty());
    }

    private boolean isSameOverTls(URI to) {
        return to.getHost().equalsIgnoreCase(address.url().getHost())
                && to.getScheme().equalsIgnoreCase("https")
                && !address.url().getScheme().equalsIgnoreCase("https");
    }

    /// The server alone: paths and queries of sign-in pages are long, and may hold secrets.
    private static String server(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    private Problem signIn() {
        return new Problem(
                "The server " + host + " does not accept the user name or the password.",
                SAFE,
                "Give them again. Where you sign in with a code, too, the server wants a password made for programs.");
    }

    /// The failure for credentials, or a challenge, with characters that no request can carry.
    Denied unsendable() {
        return new Denied(new Problem(
                "The server " + host + " asks for the password in a way that no request can carry.",
                SAFE,
                "Check the user name for characters that are not meant, or have the server's realm named in English."));
    }

    /// The failure for a rename that is refused whichever way its destination is named.
    Unavailable notRenamed(DavResponse response, Instant now) {
        return new Unavailable(
                new Problem(
                        "The server " + host + " does not rename files (" + response.status()
                                + "): a proxy in front of it may not tell it the address that it has outside.",
                        SAFE,
                        "Try again in a while; if it stays so, let the proxy rewrite the header Destination."),
                response.retryAfter(now));
    }

    private Problem forbidden() {
        return new Problem(
                "The server " + host + " does not let you do that in this folder (403).",
                SAFE,
                "Choose a folder of your own, or have the rights changed.");
    }

    private Problem missing() {
        return new Problem(
                "There is no folder " + address.url() + ", and it could not be made.",
                SAFE,
                "Check the address, or make the folder that it should lie in.");
    }

    private Problem notWebDav() {
        return new Problem(
                "What answers at " + address.url() + " is no WebDAV folder.",
                SAFE,
                "Check the address; many servers have their folders below a path of their own.");
    }

    private Problem tooLarge() {
        return new Problem(
                "The server " + host + " refuses an object of this size (413).",
                SAFE,
                "Raise the limit of uploads on the server.");
    }

    private Problem full() {
        return new Problem(
                "The storage on " + host + " is full, or your share of it is used up (507).", SAFE, "Make room there.");
    }

    private Problem busy(String what) {
        return new Problem("The server " + host + " " + what + ".", SAFE, PASSES);
    }

    /// The failure for an object that was just put and is not there to be renamed.
    Unavailable lost(ObjectName name) {
        return new Unavailable(busy("lost " + name + " while it was being stored"), Optional.empty());
    }

    /// The failure for a listing that cannot be parsed, or broke off.
    Unavailable listing(Exception e) {
        return new Unavailable(
                new Problem(
                        "The server " + host + " answers a listing in a way that is not WebDAV: " + e.getMessage()
                                + ".",
                        SAFE,
                        "Check the address, or update the server."),
                e);
    }
}
