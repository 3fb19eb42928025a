package tidemark.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A self-signed key for 127.0.0.1, as people use them at home.
public final class SelfSigned {
    /// The password of the key store.
    public static final String PASSWORD = "changeit";

    private final Path folder;

    /// Makes the key in this folder.
    public SelfSigned(Path folder) throws Exception {
        this.folder = folder;
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "SAN=IP:127.0.0.1");
    }

    /// The file of the key store.
    public Path store() {
        return folder.resolve("server.p12");
    }

    /// The certificate, in PEM.
    public Path certificate() throws Exception {
        var pem = folder.resolve("server.pem");
        keytool("-exportcert", "-rfc", "-file", pem.toString());
        return pem;
    }

    /// The TLS context of a server with this key.
    public SSLContext context() {
        try (var in = Files.newInputStream(store())) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String... arguments) throws Exception {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(tool));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store().toString(), "-storepass", PASSWORD, "-alias", "server"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
