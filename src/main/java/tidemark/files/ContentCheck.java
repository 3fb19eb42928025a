package tidemark.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tidemark.db.Origin;
import tidemark.files.Content.Obstacle;
import tidemark.files.TransferStatus.Direction;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore;

/// A check of the contents on the remote against what names them: which are missing or damaged there, and which nothing
/// names. It reads all of them. What this device has and the remote has not, it sends again when asked to.
public final class ContentCheck {
    private static final int PAGE = 1000;
    private static final long LARGEST = 1L << 50;
    private static final int NAMES_SHOWN = 3;

    /// The result of the check.
    ///
    /// @param findings sentences on what is missing or damaged
    /// @param notes sentences on what is as it may be
    public record Result(List<String> findings, List<String> notes) {
        public Result {
            findings = List.copyOf(findings);
            notes = List.copyOf(notes);
        }
    }

    /// The progress of the check.
    @FunctionalInterface
    public interface Listener {
        /// Tells how many contents have been read, and how many there are.
        void read(long done, long all);
    }

    private final TransferContext context;
    private final RemoteStore store;
    private final Listener listener;
    private final TreeMap<ContentHash, NamedContent> named;
    private final List<ContentHash> listed = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private final Set<ContentHash> damaged = new HashSet<>();

    private ContentCheck(TransferContext context, Listener listener) {
        this.context = context;
        this.store = context.store();
        this.listener = listener;
        this.named = NamedContent.all(context.database()); // before the listing: a row follows its content
        list();
        read();
    }

    /// Checks the contents, and changes nothing.
    ///
    /// @throws tidemark.remote.RemoteException when the remote cannot be read
    public static Result run(TransferContext context, Listener listener) {
        var check = new ContentCheck(context, listener);
        return check.result(Set.of());
    }

    /// Sends again what is missing or damaged and here, notes what is nowhere to be had, and tells what is left.
    ///
    /// @throws tidemark.remote.RemoteException when the remote cannot be read or written
    public static Result mend(TransferContext context, Listener listener) {
        var check = new ContentCheck(context, listener);
        return check.result(check.mendAll());
    }

    private void list() {
        var names = store.list(ContentHash.REMOTE_FOLDER, Optional.empty(), PAGE);
        while (!names.isEmpty()) {
            names.forEach(this::note);
            names = store.list(ContentHash.REMOTE_FOLDER, Optional.of(names.getLast()), PAGE);
        }
    }

    private void note(ObjectName name) {
        var value = name.value();
        ContentHash.of(value.substring(value.lastIndexOf('/') + 1))
                .filter(hash -> hash.objectName().equals(name))
                .ifPresentOrElse(listed::add, () -> foreign.add(value));
    }

    private void read() {
        var done = 0L;
        for (var hash : listed) {
            if (!isSoundThere(hash)) {
                damaged.add(hash);
            }
            listener.read(++done, listed.size());
        }
    }

    private boolean isSoundThere(ContentHash hash) {
        var digest = ContentHash.digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            var found = store.get(hash.objectName(), out, LARGEST);
            return found.isPresent() && ContentHash.of(digest).equals(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The contents that are named and not there. What this device still has to send is on its way.
    private List<NamedContent> missing() {
        var there = Set.copyOf(listed);
        return named.values().stream()
                .filter(content -> !content.isWaiting() && !there.contains(content.hash()))
                .toList();
    }

    private Set<ContentHash> mendAll() {
        var mended = new HashSet<ContentHash>();
        missing().stream().filter(this::isMended).map(NamedContent::hash).forEach(mended::add);
        damaged.stream()
                .map(this::named)
                .filter(this::isMended)
                .map(NamedContent::hash)
                .forEach(mended::add);
        context.database().change(Origin.UPKEEP, sql -> noteStates(new Contents(sql), mended));
        return mended;
    }

    private NamedContent named(ContentHash hash) {
        return named.getOrDefault(hash, NamedContent.unknown(hash));
    }

    /// Sends a content again from here, and returns whether the remote has it now.
    private boolean isMended(NamedContent content) {
        var hash = content.hash();
        var known = context.database().read(sql -> new Contents(sql).find(hash));
        if (known.filter(Content::here).isEmpty()
                || !new Soundness(context.database(), context.folder()).isSound(known.get())) {
            return false;
        }
        context.database().change(Origin.UPKEEP, sql -> new Contents(sql).unsent(hash));
        if (damaged.contains(hash)) {
            store.delete(hash.objectName()); // one of the right size would count as sent
        }
        var job = new TransferQueue.Job(Direction.UP, hash, known.get().size(), true);
        var flow = new Flow(job, _ -> {}, _ -> 0, context.pause());
        var _ = new Upload(context, new RemoteNames(store, List::of), flow).run();
        return isSoundThere(hash); // another device may have been quicker
    }

    /// Notes for each content that is not here whether the remote has it: an earlier attempt may have found otherwise.
    private boolean noteStates(Contents contents, Set<ContentHash> mended) throws SQLException {
        for (var content : missing()) {
            if (!mended.contains(content.hash())) {
                contents.stopped(
                        content.hash(),
                        content.size(),
                        Obstacle.MISSING,
                        context.clock().instant());
            }
        }
        for (var hash : listed) {
            if (!damaged.contains(hash)) {
                contents.foundThere(hash);
            }
        }
        return true;
    }

    private Result result(Set<ContentHash> mended) {
        var findings = new ArrayList<String>();
        missing().stream()
                .filter(content -> !mended.contains(content.hash()))
                .map(content -> inWords(content, "is missing on the remote"))
                .forEach(findings::add);
        damaged.stream()
                .filter(hash -> !mended.contains(hash))
                .sorted()
                .map(hash -> inWords(named(hash), "is damaged on the remote"))
                .forEach(findings::add);
        return new Result(findings, notes(mended.size()));
    }

    private String inWords(NamedContent content, String state) {
        var isHere = context.database()
                .read(sql -> new Contents(sql)
                        .find(content.hash())
                        .filter(Content::here)
                        .isPresent());
        return "The content of %s %s%s"
                .formatted(
                        content.inWords(),
                        state,
                        isHere
                                ? "; this device has it. `tidemark verify --remote --fix` sends it again."
                                : ", and this device does not have it. Run `tidemark verify --remote --fix` on one that"
                                        + " does.");
    }

    private List<String> notes(int mended) {
        var notes = new ArrayList<String>();
        if (mended > 0) {
            notes.add("%,d sent again from this device".formatted(mended));
        }
        var unnamed = listed.stream().filter(hash -> !named.containsKey(hash)).count();
        if (unnamed > 0) {
            notes.add("%,d named by no file of this copy".formatted(unnamed));
        }
        if (!foreign.isEmpty()) {
            var shown = foreign.stream().limit(NAMES_SHOWN).toList();
            notes.add("%,d of other names, which Tidemark did not write: %s%s"
                    .formatted(foreign.size(), String.join(", ", shown), foreign.size() > NAMES_SHOWN ? ", …" : ""));
        }
        return notes;
    }
}
