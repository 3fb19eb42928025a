package tidemark.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.json.JsonMapper;

/// The tool that signs the document that tells installed programs of a release, and makes the keys for it. It is for
/// who makes releases and in no package; `src/docs/releases.md` says how it is run.
@NullMarked
public final class SignUpdate {
    private static final String ALGORITHM = "Ed25519";
    private static final String USAGE = "key FILE | sign KEY-FILE VERSION NOTES-FILE DOWNLOAD-ADDRESS DOCUMENT";
    private static final JsonMapper JSON = new JsonMapper();

    private SignUpdate() {}

    /// Runs the tool.
    ///
    /// @param args a command as the usage says; a file that is to be written must not be there yet
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        if (args.length == 2 && args[0].equals("key")) {
            System.out.println(newKey(Path.of(args[1])));
        } else if (args.length == 6 && args[0].equals("sign")) {
            var notes = Files.readString(Path.of(args[3]));
            Files.write(
                    Path.of(args[5]),
                    sign(Path.of(args[1]), args[2], notes.strip(), args[4]),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } else {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    /// Makes a pair of keys.
    ///
    /// @param file gets the private key, and is for nobody else to read; an existing file is never overwritten
    /// @return the public key, as the settings of a program take it
    public static String newKey(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        try (var channel = Files.newByteChannel(file, options, ownerOnly())) {
            channel.write(StandardCharsets.US_ASCII.encode(secret + "\n"));
        }
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[] {};
    }

    /// The signed document of a release.
    ///
    /// @param file holds the private key
    /// @param download where people get it
    public static byte[] sign(Path file, String version, String notes, String download)
            throws IOException, GeneralSecurityException {
        var release = JSON.createObjectNode()
                .put("version", version)
                .put("notes", notes)
                .put("download", download)
                .toString();
        var pen = Signature.getInstance(ALGORITHM);
        pen.initSign(privateKey(file));
        pen.update(release.getBytes(StandardCharsets.UTF_8));
        return JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("release", release)
                .put("signature", Base64.getEncoder().encodeToString(pen.sign())));
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        var bytes = Base64.getDecoder().decode(Files.readString(file).strip());
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }
}
