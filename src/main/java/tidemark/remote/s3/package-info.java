/// A bucket that speaks S3: Cloudflare R2, AWS, MinIO, Ceph and others.
///
/// The client library signs, lists and splits; it neither retries nor explains here. Each answer passes one place
/// that turns whatever is no success into a failure named by what helps, and sees an answer that no storage gave.
@org.jspecify.annotations.NullMarked
package tidemark.remote.s3;
