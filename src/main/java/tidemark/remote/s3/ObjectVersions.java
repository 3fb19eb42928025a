package tidemark.remote.s3;

import io.minio.ListObjectVersionsArgs;
import io.minio.messages.Item;
import io.minio.messages.ListVersionsResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The versions of one object that a bucket keeps.
record ObjectVersions(S3Client client, String bucket, String key) {
    private static final int MOST = 100;

    /// The ids of the versions since the object was last deleted, oldest first. A listing has the newest first.
    List<String> ids() throws IOException {
        var listed = listed();
        var deleted = listed.deleteMarkers().stream()
                .filter(marker -> marker.objectName().equals(key))
                .map(Item::lastModified)
                .max(Comparator.naturalOrder());
        var ids = new ArrayList<String>();
        for (var version : listed.contents()) {
            var counts = deleted.isEmpty() || version.lastModified().isAfter(deleted.get());
            if (version.objectName().equals(key) && !version.isDeleteMarker() && counts) {
                ids.addFirst(version.versionId());
            }
        }
        return List.copyOf(ids);
    }

    private ListVersionsResult listed() throws IOException {
        var args = ListObjectVersionsArgs.builder().bucket(bucket).prefix(key).maxKeys(MOST);
        return Futures.on(client.repeatable().listObjectVersions(args.build())).result();
    }
}
