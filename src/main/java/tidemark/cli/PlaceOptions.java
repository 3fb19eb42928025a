package tidemark.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.RemoteSettings;
import tidemark.app.remotes.S3Remote;
import tidemark.app.remotes.WebDavRemote;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.s3.S3Address;
import tidemark.remote.webdav.WebDavAddress;

/// The options that name the place of a remote, as `remote set` does.
final class PlaceOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--folder", paramLabel = "DIR", description = "The remote is in this folder.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--webdav", paramLabel = "URL", description = "The remote is in this folder on a WebDAV server.")
    private Optional<String> webdav = Optional.empty();

    @Option(names = "--s3", paramLabel = "URL", description = "The remote is in a bucket of this service.")
    private Optional<String> endpoint = Optional.empty();

    @Option(names = "--bucket", paramLabel = "B", description = "With --s3: the bucket.")
    private Optional<String> bucket = Optional.empty();

    @Option(names = "--prefix", paramLabel = "P", description = "With --s3: where in the bucket (default: at its top).")
    private String prefix = "";

    @Option(
            names = "--region",
            paramLabel = "R",
            defaultValue = S3Address.DEFAULT_REGION,
            description = "With --s3: the bucket's region (default: ${DEFAULT-VALUE}).")
    private String region = S3Address.DEFAULT_REGION;

    @Option(names = "--user", paramLabel = "ID", description = "Whose library it is there (default: me).")
    private String user = RemoteSettings.DEFAULT_USER;

    /// The remote that the options name, if they name one.
    Optional<RemoteSettings> remote() {
        if (Stream.of(folder, webdav, endpoint).filter(Optional::isPresent).count() > 1) {
            throw wrong("--folder, --webdav and --s3 exclude each other");
        }
        if (endpoint.isPresent() != bucket.isPresent()) {
            throw wrong("--s3 and --bucket go together");
        }
        if (!RemoteSettings.isUser(user)) {
            throw wrong("'" + user + "' is no user: a-z, 0-9, '.', '_', '-' only");
        }
        try {
            return folder.<RemoteSettings>map(
                            place -> new FolderRemote(place.toAbsolutePath().normalize(), user))
                    .or(() -> webdav.map(url -> new WebDavRemote(WebDavAddress.of(url), user)))
                    .or(this::inBucket);
        } catch (Denied e) {
            throw CommandException.noAddress(e);
        }
    }

    private Optional<RemoteSettings> inBucket() {
        return endpoint.map(url -> new S3Remote(
                S3Address.of(url, bucket.orElseThrow()).withPrefix(prefix).withRegion(region), user));
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
