package tidemark.cli;

import picocli.CommandLine.Option;
import tidemark.remote.s3.S3Address;

/// The options that say where in a bucket a library is, and in which region that is.
final class BucketOptions {
    @Option(names = "--prefix", paramLabel = "P", description = "Where in the bucket (default: at its top).")
    private String prefix = "";

    @Option(
            names = "--region",
            paramLabel = "R",
            defaultValue = S3Address.DEFAULT_REGION,
            description = "The bucket's region; R2 wants auto, Ceph default (default: ${DEFAULT-VALUE}).")
    private String region = S3Address.DEFAULT_REGION;

    /// The address of the bucket with these options. A region that the URL itself names stays, unless one is given.
    ///
    /// @throws tidemark.remote.RemoteException.Denied when it cannot be an address
    S3Address address(String url, String bucket) {
        var address = S3Address.of(url, bucket).withPrefix(prefix);
        return region.equals(S3Address.DEFAULT_REGION) ? address : address.withRegion(region);
    }
}
