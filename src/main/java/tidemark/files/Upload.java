package tidemark.files;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.files.Content.Obstacle;
import tidemark.remote.Metadata;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteStore;

/// The sending of one content: not at all when the remote has it, whole when it is small, and otherwise in parts, which
/// go on where they were after a restart.
final class Upload {
    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);

    private final TransferContext context;
    private final Database database;
    private final RemoteStore store;
    private final RemoteNames names;
    private final Flow flow;
    private final ContentHash hash;

    Upload(TransferContext context, RemoteNames names, Flow flow) {
        this.context = context;
        this.database = context.database();
        this.store = context.store();
        this.names = names;
        this.flow = flow;
        this.hash = flow.hash();
    }

    /// The contents that wait to be sent.
    static List<ContentHash> waiting(Database database) {
        return database.read(sql ->
                sql.list("SELECT sha256 FROM " + TransferQueue.TO_SEND, row -> new ContentHash(row.getString(1))));
    }

    /// Sends the content, and notes that the remote has it. Returns whether bytes were sent.
    ///
    /// @throws tidemark.remote.RemoteException when that fails, or the flow was stopped
    boolean run() {
        var content = database.read(sql -> new Contents(sql).find(hash));
        if (content.isEmpty() || !isSound(content.get())) {
            return false;
        }
        var isThere = isThere(content.get().size());
        if (!isThere) {
            names.sending(hash);
            send(content.get());
        }
        database.change(Origin.UPKEEP, sql -> new Contents(sql).sent(hash));
        return !isThere;
    }

    /// Whether the file here has the bytes that its name says; where it has changed since that was checked last, it is
    /// checked again. What is not sound is no content of this library: it is put aside.
    private boolean isSound(Content content) {
        if (new Soundness(database, context.folder()).isSound(content)) {
            return true;
        }
        LOG.warn("The content {} is damaged or gone on this device before it was sent", hash);
        if (store.head(hash.objectName()).isEmpty()) {
            var now = context.clock().instant();
            database.change(
                    Origin.UPKEEP, sql -> new Contents(sql).stopped(hash, content.size(), Obstacle.MISSING, now));
        }
        return false;
    }

    private boolean isThere(long size) {
        return !names.isAbsent(hash)
                && store.head(hash.objectName())
                        .filter(info -> info.size() == size)
                        .isPresent();
    }

    private void send(Content content) {
        var file = context.folder().path(hash);
        var parts = content.size() > store.partSize(content.size())
                ? store.partUpload(hash.objectName(), content.size(), content.upload())
                : Optional.<PartUpload>empty();
        if (parts.isEmpty()) {
            store.put(hash.objectName(), new ContentBody(file, 0, content.size(), flow), Metadata.NONE);
            return;
        }
        var upload = parts.get();
        if (!content.upload().equals(Optional.of(upload.token()))) {
            database.change(Origin.UPKEEP, sql -> new Contents(sql).uploading(hash, Optional.of(upload.token())));
        }
        flow.from(upload.kept());
        while (upload.kept() < content.size()) {
            var size = Math.min(upload.partSize(), content.size() - upload.kept());
            upload.send(new ContentBody(file, upload.kept(), size, flow));
        }
        upload.finish();
    }
}
