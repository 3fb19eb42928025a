package tidemark.remote.s3;

import io.minio.ListObjectsV2Args;
import io.minio.messages.Item;
import io.minio.messages.ListBucketResultV2;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.remote.ObjectName;

/// The names below a root in a bucket, listed page by page.
///
/// @param root the beginning of every key, with a slash at its end
record Listing(S3Client client, String bucket, String root) {
    private static final int PAGE = 1000;

    List<ObjectName> names(String prefix, Optional<ObjectName> after, int max) throws IOException {
        var names = new ArrayList<ObjectName>();
        var page = page(prefix, after.map(name -> root + name.value()), Optional.empty(), max);
        collect(page, names, max);
        while (names.size() < max && page.isTruncated() && page.nextContinuationToken() != null) {
            page = page(prefix, Optional.empty(), Optional.of(page.nextContinuationToken()), max - names.size());
            collect(page, names, max);
        }
        return List.copyOf(names);
    }

    private ListBucketResultV2 page(String prefix, Optional<String> after, Optional<String> token, int max)
            throws IOException {
        var builder =
                ListObjectsV2Args.builder().bucket(bucket).prefix(root + prefix).maxKeys(Math.min(max, PAGE));
        after.ifPresent(builder::startAfter);
        token.ifPresent(builder::continuationToken);
        return Futures.on(client.repeatable().listObjectsV2(builder.build())).result();
    }

    /// Adds the names in a page; what is no name of Tidemark's is skipped.
    private void collect(ListBucketResultV2 page, List<ObjectName> names, int max) {
        page.contents().stream()
                .map(Item::objectName)
                .filter(key -> key.startsWith(root))
                .map(key -> key.substring(root.length()))
                .filter(ObjectName::isValid)
                .map(ObjectName::new)
                .limit((long) max - names.size())
                .forEach(names::add);
    }
}
