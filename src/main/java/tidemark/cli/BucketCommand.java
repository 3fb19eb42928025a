package tidemark.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tidemark.app.remotes.S3Remote;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.s3.S3Address;
import tidemark.remote.s3.S3Address.Style;

/// The `remote set s3` command: makes a bucket the remote, after a probe.
@Command(
        name = "s3",
        description = {
            "A bucket of one's own: Cloudflare R2, Amazon S3, MinIO, Ceph and others. It is tested first.",
            "Keys come from TIDEMARK_ACCESS_KEY and TIDEMARK_SECRET_KEY, which are kept with --keys-in-file only; or they"
                    + " are asked for and kept in the keychain. Without a terminal they are two lines of stdin."
        })
final class BucketCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--endpoint", paramLabel = "URL", required = true, description = "The service, without the bucket.")
    private String endpoint = "";

    @Option(names = "--bucket", paramLabel = "B", required = true, description = "The bucket.")
    private String bucket = "";

    @Mixin
    private BucketOptions inBucket = new BucketOptions();

    @Option(
            names = "--style",
            paramLabel = "S",
            description = "Where URLs name the bucket: path or virtual-host (default: found out).")
    private Optional<String> style = Optional.empty();

    @Option(names = "--proxy", paramLabel = "URL", description = "An HTTP proxy on the way there.")
    private Optional<String> proxy = Optional.empty();

    @Option(names = "--ca", paramLabel = "FILE", description = "Certificates to trust besides the system's, in PEM.")
    private Optional<Path> certificates = Optional.empty();

    @Mixin
    private UserOption user = new UserOption();

    @Option(
            names = "--keys-in-file",
            description = "Keep the keys in a file that only you may read, such as where there is no keychain.")
    private boolean keysInFile;

    BucketCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var remote = new S3Remote(address(), user.id());
        return session.inLibrary(app -> {
            var prompt = new KeysPrompt(session.terminal(), KeysPrompt.Labels.KEYS);
            return RemoteCommands.Shown.of(app, Optional.of(prompt.choose(app, remote, keysInFile)));
        });
    }

    private Style style() {
        return switch (style.orElse("automatic")) {
            case "automatic" -> Style.AUTOMATIC;
            case "path" -> Style.PATH;
            case "virtual-host" -> Style.VIRTUAL_HOST;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "'" + style.get() + "' is no style: automatic, path or virtual-host");
        };
    }

    private S3Address address() {
        try {
            var styled = inBucket.address(endpoint, bucket).withStyle(style());
            var reached = proxy.map(styled::withProxy).orElse(styled);
            return certificates
                    .map(Path::toAbsolutePath)
                    .map(reached::withCertificates)
                    .orElse(reached);
        } catch (Denied e) {
            throw CommandException.noAddress(e);
        }
    }
}
