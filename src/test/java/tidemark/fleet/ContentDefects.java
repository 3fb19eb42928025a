package tidemark.fleet;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Origin;
import tidemark.remote.Body;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteStore;
import tidemark.remote.Transfer;

/// Defects in how contents are sent, fetched and kept.
enum ContentDefects implements Defect {
    /// A row that names a content does not wait for it.
    BATCH_BEFORE_ITS_CONTENT {
        @Override
        public void beforeRound(Member member) {
            change(member, "UPDATE content SET sent = 2 WHERE sent = 0 AND here = 1");
        }

        @Override
        public void afterRound(Member member) {
            change(member, "UPDATE content SET sent = 0 WHERE sent = 2");
        }
    },
    /// A content makes room that was not sent.
    EVICTED_BEFORE_SENT {
        @Override
        public void afterTransfer(Member member, Contents contents) {
            if (contents.limit().isPresent()) {
                contents.unsent().forEach(hash -> delete(contents, hash));
            }
        }
    },
    /// The first part of an upload is that of the upload before.
    PART_OF_ANOTHER_UPLOAD {
        @Override
        public RemoteStore network(RemoteStore network, Member member) {
            return new MixedParts(network);
        }
    },
    /// What was fetched is kept whatever its hash.
    HASH_UNCHECKED {
        @Override
        public RemoteStore network(RemoteStore network, Member member) {
            return new Arrivals(network);
        }

        @Override
        public void afterTransfer(Member member, Contents contents) {
            if (member.store() instanceof Arrivals arrivals) {
                arrivals.keep(contents);
            }
        }
    };

    private static void change(Member member, String statement) {
        member.database().change(Origin.UPKEEP, sql -> sql.run(statement));
    }

    private static void delete(Contents contents, String hash) {
        try {
            Files.deleteIfExists(contents.file(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class MixedParts extends DefectiveNetwork {
        private Optional<byte[]> first = Optional.empty();

        MixedParts(RemoteStore network) {
            super(network);
        }

        @Override
        public Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
            return inner.partUpload(name, size, token).map(Mixed::new);
        }

        private final class Mixed implements PartUpload {
            private final PartUpload upload;

            Mixed(PartUpload upload) {
                this.upload = upload;
            }

            @Override
            public String token() {
                return upload.token();
            }

            @Override
            public long kept() {
                return upload.kept();
            }

            @Override
            public int partSize() {
                return upload.partSize();
            }

            @Override
            public void send(Body part) {
                var bytes = Transfer.bytes(part);
                var sent = upload.kept() == 0 ? first.orElse(bytes) : bytes;
                first = Optional.of(upload.kept() == 0 ? bytes : first.orElse(bytes));
                upload.send(Body.of(sent.length == bytes.length ? sent : bytes));
            }

            @Override
            public void finish() {
                upload.finish();
            }

            @Override
            public void discard() {
                upload.discard();
            }
        }
    }

    private static final class Arrivals extends DefectiveNetwork {
        private final Map<String, byte[]> whole = new HashMap<>();

        Arrivals(RemoteStore network) {
            super(network);
        }

        @Override
        public Optional<ObjectInfo> get(ObjectName name, long from, OutputStream to, long limit) {
            var copy = new ByteArrayOutputStream();
            var found = inner.get(
                    name,
                    from,
                    new FilterOutputStream(to) {
                        @Override
                        public void write(byte[] bytes, int offset, int length) throws IOException {
                            out.write(bytes, offset, length);
                            copy.write(bytes, offset, length);
                        }
                    },
                    limit);
            if (from == 0 && found.isPresent()) {
                var hash = name.value().substring(name.value().lastIndexOf('/') + 1);
                whole.putIfAbsent(hash, copy.toByteArray());
            }
            return found;
        }

        void keep(Contents contents) {
            whole.forEach((hash, bytes) -> {
                try {
                    if (Files.exists(contents.file(hash))) {
                        Files.write(contents.file(hash), bytes);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            whole.clear();
        }
    }
}
