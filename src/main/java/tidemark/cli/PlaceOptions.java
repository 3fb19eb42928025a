package tidemark.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private BucketOptions inBucket = new BucketOptions();

    @Mixin
    private UserOption user = new UserOption();

    /// The remote that the options name, if they name one.
    Optional<RemoteSettings> remote() {
        if (Stream.of(folder, webdav, endpoint).filter(Optional::isPresent).count() > 1) {
            throw wrong("--folder, --webdav and --s3 exclude each other");
        }
        if (endpoint.isPresent() != bucket.isPresent()) {
            throw wrong("--s3 and --bucket go together");
        }
        var id = user.id();
        try {
            return folder.<RemoteSettings>map(
                            place -> new FolderRemote(place.toAbsolutePath().normalize(), id))
                    .or(() -> webdav.map(url -> new WebDavRemote(WebDavAddress.of(url), id)))
                    .or(this::bucketRemote);
        } catch (Denied e) {
            throw CommandException.noAddress(e);
        }
    }

    private Optional<RemoteSettings> bucketRemote() {
        return endpoint.map(url -> new S3Remote(inBucket.address(url, bucket.orElseThrow()), user.id()));
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
