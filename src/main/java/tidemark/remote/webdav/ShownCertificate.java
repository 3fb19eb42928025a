package tidemark.remote.webdav;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/// The certificate that a server shows in a TLS handshake, without any request.
public final class ShownCertificate {
    private static final int TLS_PORT = 443;

    private ShownCertificate() {}

    /// The fingerprint of the certificate if neither this computer nor the address accepts it; empty when one of them
    /// does, and when no certificate was shown.
    ///
    /// @param timeout the longest wait for the connection, and for each message on it
    public static Optional<Fingerprint> unknown(WebDavAddress address, Duration timeout) {
        var isTls = address.url().getScheme().toLowerCase(Locale.ROOT).equals("https");
        return isTls ? refused(address, Math.toIntExact(timeout.toMillis())) : Optional.empty();
    }

    private static Optional<Fingerprint> refused(WebDavAddress address, int millis) {
        var certificates = new Certificates(address.certificate());
        var url = address.url();
        var port = url.getPort() < 0 ? TLS_PORT : url.getPort();
        try (var socket = (SSLSocket) certificates.context().getSocketFactory().createSocket()) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(url.getHost(), port), millis);
            socket.startHandshake();
            return Optional.empty();
        } catch (IOException _) {
            return certificates.refused(); // any other failure will show in the requests
        }
    }
}
