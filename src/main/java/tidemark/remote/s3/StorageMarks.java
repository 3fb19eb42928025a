package tidemark.remote.s3;

import java.util.Locale;
import java.util.stream.Stream;
import okhttp3.Response;

/// The marks by which a response is known to come from storage, whatever its content type says: headers
/// that services add, and no web page does.
final class StorageMarks {
    private static final String[] PREFIXES = {
        "x-amz-", "x-trans-id", "x-openstack-", "x-goog-", "x-minio-", "x-rgw-", "x-oss-", "x-cos-", "x-obs-"
    };

    private StorageMarks() {}

    static boolean areOn(Response response) {
        return response.headers().names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> Stream.of(PREFIXES).anyMatch(name::startsWith));
    }
}
