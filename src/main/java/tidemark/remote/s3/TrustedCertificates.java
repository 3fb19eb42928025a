package tidemark.remote.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Denied;

/// The trusted certificate authorities: the system's, and those in a PEM file of the person.
record TrustedCertificates(SSLSocketFactory sockets, X509TrustManager trust) {
    /// The system's authorities with those in this file.
    ///
    /// @throws Denied when the file cannot be read
    static TrustedCertificates with(Path pem) {
        try {
            var all = Stream.concat(Stream.of(standard(null).getAcceptedIssuers()), read(pem).stream())
                    .toList();
            var trust = standard(store(all));
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return new TrustedCertificates(context.getSocketFactory(), trust);
        } catch (IOException | GeneralSecurityException e) {
            throw new Denied(
                    new Problem(
                            "The certificates in " + pem + " cannot be read: " + e.getMessage() + ".",
                            "The remote was not contacted.",
                            "Choose a file with certificates in PEM form (-----BEGIN CERTIFICATE-----)."),
                    e);
        }
    }

    private static List<? extends Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(pem)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("there is none in it");
            }
            return List.copyOf(found);
        }
    }

    private static KeyStore store(List<? extends Certificate> certificates)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("authority-" + i, certificates.get(i));
        }
        return store;
    }

    /// @param store null for the system's own
    private static X509TrustManager standard(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
