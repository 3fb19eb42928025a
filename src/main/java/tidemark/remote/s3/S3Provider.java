package tidemark.remote.s3;

/// What is known of a provider beforehand: it fills the form, and says where the keys are found.
public enum S3Provider {
    /// Its keys are tokens of the account; the endpoint has the account's id in it.
    CLOUDFLARE_R2(
            "Cloudflare R2",
            "https://{account}.r2.cloudflarestorage.com",
            "auto",
            "Dashboard → R2 → Manage API tokens → Create, with “Object Read & Write” for this one bucket."),
    /// Each region has an endpoint of its own.
    AWS(
            "Amazon S3",
            "https://s3.{region}.amazonaws.com",
            "us-east-1",
            "IAM → Users → this user → Security credentials → Create access key; attach the policy below."),
    /// A server of one's own.
    MINIO(
            "MinIO",
            "https://{host}:9000",
            "us-east-1",
            "Console → Access Keys → Create access key, restricted by the policy below."),
    /// It cannot create atomically through S3, which the test of the connection will say.
    BACKBLAZE_B2(
            "Backblaze B2",
            "https://s3.{region}.backblazeb2.com",
            "us-west-004",
            "Application Keys → Add a New Application Key, for this one bucket; keyID is the access key."),
    /// Ceph, Garage and whatever else speaks S3.
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

    /// For people.
    public String title() {
        return title;
    }

    /// With `{account}`, `{region}` or `{host}` where the person fills something in.
    public String endpointTemplate() {
        return endpoint;
    }

    /// Most likely the right one.
    public String defaultRegion() {
        return region;
    }

    /// The template for this region; what else stands in braces is left to the person.
    public String endpoint(String inRegion) {
        return endpoint.replace("{region}", inRegion);
    }

    /// Where the keys are found, in one line.
    public String whereKeysAre() {
        return keys;
    }

    /// The least that keys must be allowed for this library, as JSON in the provider's own form.
    public String policy(S3Address address, String user) {
        return switch (this) {
            case CLOUDFLARE_R2 -> BucketPolicy.r2(address);
            case BACKBLAZE_B2 -> BucketPolicy.b2(address, user);
            case AWS, MINIO, OTHER -> BucketPolicy.iam(address, user);
        };
    }
}
