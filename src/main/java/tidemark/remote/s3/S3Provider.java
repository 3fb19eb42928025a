package tidemark.remote.s3;

/// A provider of S3 storage with its defaults: they fill the form, and say where the keys are found.
public enum S3Provider {
    /// Cloudflare R2. Its keys are tokens of the account; the endpoint has the account's id in it.
    CLOUDFLARE_R2(
            "Cloudflare R2",
            "https://{account}.r2.cloudflarestorage.com",
            "auto",
            "Dashboard → R2 → Manage API tokens → Create, with “Object Read & Write” for this one bucket."),
    /// AWS. Each region has an endpoint of its own.
    AWS(
            "Amazon S3",
            "https://s3.{region}.amazonaws.com",
            "us-east-1",
            "IAM → Users → this user → Security credentials → Create access key; attach the policy below."),
    /// MinIO on a server of one's own.
    MINIO(
            "MinIO",
            "https://{host}:9000",
            "us-east-1",
            "Console → Access Keys → Create access key, restricted by the policy below."),
    /// Backblaze B2. It cannot create atomically through S3, which the probe will show.
    BACKBLAZE_B2(
            "Backblaze B2",
            "https://s3.{region}.backblazeb2.com",
            "us-west-004",
            "Application Keys → Add a New Application Key, for this one bucket; keyID is the access key."),
    /// Ceph, Garage and every other service that speaks S3.
    OTHER(
            "Other",
            "https://{host}",
            S3Address.DEFAULT_REGION,
            "Where the service shows access key and secret key; Ceph wants the region “default”.");

    private final String title;
    private final String endpoint;
    private final String region;
    private final String keys;

    S3Provider(String title, String endpoint, String region, String keys) {
        this.title = title;
        this.endpoint = endpoint;
        this.region = region;
        this.keys = keys;
    }

    /// The provider's name.
    public String title() {
        return title;
    }

    /// The endpoint, with `{account}`, `{region}` or `{host}` where the person fills something in.
    public String endpointTemplate() {
        return endpoint;
    }

    /// The region that is most likely right.
    public String defaultRegion() {
        return region;
    }

    /// The endpoint in this region; what else is in braces is left to the person.
    public String endpoint(String inRegion) {
        return endpoint.replace("{region}", inRegion);
    }

    /// The way to the keys in the provider's console, in one line.
    public String whereKeysAre() {
        return keys;
    }

    /// The least permissions that the keys need for this library, as JSON in the provider's own form.
    public String policy(S3Address address, String user) {
        return switch (this) {
            case CLOUDFLARE_R2 -> BucketPolicy.r2(address);
            case BACKBLAZE_B2 -> BucketPolicy.b2(address, user);
            case AWS, MINIO, OTHER -> BucketPolicy.iam(address, user);
        };
    }
}
