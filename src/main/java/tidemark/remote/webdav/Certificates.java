package tidemark.remote.webdav;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// The trust in a server's certificate: one that the system trusts, or the single one that a person has compared. The
/// refused one is remembered, so that it can be shown.
final class Certificates extends X509ExtendedTrustManager {
    private final Optional<Fingerprint> pinned;
    private final X509ExtendedTrustManager system;
    private volatile Optional<Fingerprint> refused = Optional.empty();

    Certificates(Optional<Fingerprint> pinned) {
        this.pinned = pinned;
        this.system = system();
    }

    SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /// The certificate that was refused last, if any.
    Optional<Fingerprint> refused() {
        return refused;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, () -> system.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, () -> system.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, () -> system.checkServerTrusted(chain, type));
    }

    @FunctionalInterface
    private interface Check {
        void run() throws CertificateException;
    }

    /// Checks the certificate. One that was compared by a person needs no authority, and may name another host: at home
    /// it often does.
    private void check(X509Certificate[] chain, Check bySystem) throws CertificateException {
        var shown = Fingerprint.of(chain[0]);
        try {
            if (pinned.isEmpty()) {
                bySystem.run();
            } else if (!pinned.get().equals(shown)) {
                throw new CertificateException("another certificate than the one that was accepted");
            }
        } catch (CertificateException e) {
            refused = Optional.of(shown);
            throw e;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return system.getAcceptedIssuers();
    }

    private static X509ExtendedTrustManager system() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            @Nullable KeyStore systems = null;
            factory.init(systems);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java trusts some authorities", e);
        }
    }
}
