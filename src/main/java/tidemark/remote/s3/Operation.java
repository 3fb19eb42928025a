package tidemark.remote.s3;

/// The operation that a request was for, to explain why it was refused.
enum Operation {
    READ("read objects", "s3:GetObject (and s3:ListBucket, without which a missing object is also refused)"),
    WRITE("write objects", "s3:PutObject"),
    LIST("list objects", "s3:ListBucket"),
    DELETE("delete objects", "s3:DeleteObject"),
    VERSIONS(
            "see what was replaced",
            "s3:ListBucketVersions and s3:GetObjectVersion, since the bucket began to keep old versions");

    private final String words;
    private final String permission;

    Operation(String words, String permission) {
        this.words = words;
        this.permission = permission;
    }

    String words() {
        return words;
    }

    String permission() {
        return permission;
    }
}
