package tidemark.remote.s3;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The policies that permit a library what it needs and no more, in the forms that providers take.
///
/// Listing is always permitted: without it services report a missing object as forbidden, and a device could not tell
/// that there is nothing new.
final class BucketPolicy {
    private static final JsonMapper JSON = new JsonMapper();

    /// Cloudflare's number for “Workers R2 Storage Bucket Item Write”, which includes reading and listing.
    private static final String R2_WRITE = "2efd5506f9c8494dacb1fa10a3e7d5b6";

    private BucketPolicy() {}

    /// An IAM policy, for AWS, MinIO, Ceph and most others.
    static String iam(S3Address address, String user) {
        var bucket = "arn:aws:s3:::" + address.bucket();
        var policy = JSON.createObjectNode().put("Version", "2012-10-17");
        var statements = policy.putArray("Statement");
        var list = statement("TidemarkList", bucket);
        list.putArray("Action").add("s3:ListBucket").add("s3:ListBucketVersions");
        list.putObject("Condition")
                .putObject("StringLike")
                .putArray("s3:prefix")
                .add(address.root(user) + "*");
        var about = statement("TidemarkVersioning", bucket);
        about.putArray("Action").add("s3:GetBucketVersioning");
        var objects = statement("TidemarkObjects", bucket + "/" + address.root(user) + "*");
        objects.putArray("Action")
                .add("s3:GetObject")
                .add("s3:GetObjectVersion")
                .add("s3:PutObject")
                .add("s3:DeleteObject")
                .add("s3:AbortMultipartUpload");
        statements.add(list).add(about).add(objects);
        return policy.toPrettyString();
    }

    private static ObjectNode statement(String name, String resource) {
        var statement = JSON.createObjectNode().put("Sid", name).put("Effect", "Allow");
        statement.putArray("Resource").add(resource);
        return statement;
    }

    /// The body of a request to Cloudflare that creates an API token; tokens are limited to buckets, not to prefixes.
    static String r2(S3Address address) {
        var token = JSON.createObjectNode().put("name", "Tidemark");
        var policy = token.putArray("policies").addObject().put("effect", "allow");
        policy.putObject("resources")
                .put("com.cloudflare.edge.r2.bucket." + account(address) + "_default_" + address.bucket(), "*");
        policy.putArray("permission_groups")
                .addObject()
                .put("id", R2_WRITE)
                .put("name", "Workers R2 Storage Bucket Item Write");
        return token.toPrettyString();
    }

    private static String account(S3Address address) {
        return address.endpoint().getHost().replaceAll("\\..*", "");
    }

    /// The body of `b2_create_key`, to which the ids of account and bucket are to be added.
    static String b2(S3Address address, String user) {
        var key = JSON.createObjectNode().put("keyName", "tidemark-" + address.bucket());
        key.putArray("capabilities")
                .add("listBuckets")
                .add("readBuckets")
                .add("listFiles")
                .add("readFiles")
                .add("writeFiles")
                .add("deleteFiles");
        key.put("namePrefix", address.root(user));
        return key.toPrettyString();
    }
}
