package tidemark.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import tidemark.fuzz.Target;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.LibrarySchema;
import tidemark.sync.checkpoint.CheckpointTarget;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.DamagedBatch;
import tidemark.sync.format.Layout;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;

/// The readers of the engine, for [tidemark.fuzz.Fuzz].
public final class SyncTargets {
    private static final int MIB = 1 << 20;

    private SyncTargets() {}

    /// All readers.
    ///
    /// @param folder where libraries may be made
    public static List<Target> all(Path folder) {
        var real = RealObjects.of(folder);
        return List.of(
                new ParserTarget("batch", 100, real.batches(), bombs(), SyncTargets::readBatch),
                new ParserTarget(
                        "batch-json", 390, real.json(), List.of(), json -> readBatch(BatchFormat.zipped(json))),
                new ParserTarget("card", 100, List.of(real.manifest()), List.of(), SyncTargets::readManifest),
                new ParserTarget("hint", 50, List.of(real.hint()), List.of(), SyncTargets::readHint),
                new SyncTarget(folder, real),
                new CheckpointTarget(folder, real));
    }

    private static void readBatch(byte[] bytes) throws UpdateNeeded {
        var version = new Version(1);
        new RemoteLog(holding(version.objectName(), bytes), LibrarySchema.CURRENT.number()).read(version);
    }

    private static void readManifest(byte[] bytes) throws UpdateNeeded {
        LibraryManifest.read(holding(Layout.LIBRARY, bytes));
    }

    private static void readHint(byte[] bytes) {
        var hint = new RemoteLog(holding(Layout.VERSION, bytes), 1).checkpointHint();
        if (hint.isEmpty()) {
            throw new Corrupt(DamagedBatch.problem(Layout.VERSION, "no number"));
        }
    }

    static MemoryStore holding(ObjectName name, byte[] bytes) {
        var store = new MemoryStore();
        store.put(name, Body.of(bytes), Metadata.NONE);
        return store;
    }

    /// Inputs that unpack to the accepted size and a little more, and take much memory or time if they are trusted.
    private static List<byte[]> bombs() {
        return List.of(
                zipped(65 * MIB, "", _ -> " "),
                zipped(63 * MIB, "{\"deviceName\":\"", _ -> "x"),
                zipped(63 * MIB, "", _ -> "["),
                zipped(63 * MIB, "{\"x\":[", _ -> "{},"),
                zipped(63 * MIB, "{", i -> "\"k" + i + "\":1,"),
                zipped(
                        63 * MIB,
                        "{\"minReader\":1,\"changes\":[",
                        _ -> "{\"table\":\"a\",\"id\":\"b\",\"op\":\"delete\"},"),
                zipped(
                        63 * MIB,
                        "{\"minReader\":1,\"changes\":[{\"table\":\"a\",\"id\":\"b\",\"op\":\"update\",\"set\":{",
                        i -> "\"f" + i + "\":[1,2],"),
                zipped(
                        63 * MIB,
                        "{\"minReader\":1,\"changes\":[{\"set\":{\"f\":{\"was\":\"" + "0".repeat(64) + "\",\"patch\":[",
                        _ -> "[1,\"\",\"\"],"));
    }

    /// The packed bytes of `start` and of what `more` makes of 0, 1, 2 … until this length is reached.
    private static byte[] zipped(int length, String start, IntFunction<String> more) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(start.getBytes(StandardCharsets.UTF_8));
            var written = start.length();
            for (int i = 0; written < length; ) {
                var piece = new StringBuilder();
                while (piece.length() < MIB) {
                    piece.append(more.apply(i++));
                }
                zip.write(piece.toString().getBytes(StandardCharsets.UTF_8));
                written += piece.length();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
