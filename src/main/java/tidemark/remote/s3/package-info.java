/// A bucket that speaks S3: Cloudflare R2, AWS, MinIO, Ceph and others.
///
/// The client library signs, lists and splits; it neither retries nor explains here. Each response passes one check,
/// which turns whatever is no success into a failure that says what helps, and recognizes a response that no storage
/// sent.
@org.jspecify.annotations.NullMarked
package tidemark.remote.s3;
