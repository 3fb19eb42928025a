package tidemark.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.records.CollectionId;
import tidemark.library.records.FileId;
import tidemark.library.records.LibraryId;
import tidemark.library.records.NoteId;
import tidemark.library.records.ProjectId;

/// The acts of a person on the trash, conflicts and merges. The twin projects are left alone.
final class TrashWorkload {
    private final Member member;
    private final Words words;
    private final RandomGenerator random;

    TrashWorkload(Member member, Words words, RandomGenerator random) {
        this.member = member;
        this.words = words;
        this.random = random;
    }

    void act() {
        switch (random.nextInt(10)) {
            case 0, 1 -> trash();
            case 2, 3 -> restore();
            case 4 -> member.library().trash().empty();
            case 5, 6 -> resolve();
            case 7 -> reopen();
            case 8 -> undoMerge();
            default -> resolveAll();
        }
        forgetRemoved();
    }

    private void trash() {
        any(things()).ifPresent(thing -> member.library().trash().put(List.of(thing)));
    }

    private List<LibraryId> things() {
        var things = new ArrayList<LibraryId>();
        ids("project").stream()
                .filter(id -> !AtomicityOracle.IDS.contains(id))
                .forEach(id -> things.add(new ProjectId(id)));
        ids("note").forEach(id -> things.add(new NoteId(id)));
        ids("file").forEach(id -> things.add(new FileId(id)));
        ids("collection").forEach(id -> things.add(new CollectionId(id)));
        return things;
    }

    private void restore() {
        any(member.library().trash().list())
                .ifPresent(item -> member.library().trash().restore(List.of(item.id())));
    }

    private static boolean isAboutTwins(Conflict conflict) {
        return AtomicityOracle.IDS.contains(conflict.subject().record().id());
    }

    private List<Conflict> open() {
        return member.library().conflicts().open().stream()
                .filter(conflict -> !isAboutTwins(conflict))
                .toList();
    }

    private void resolve() {
        any(open()).ifPresent(conflict -> member.library().conflicts().resolve(conflict, choice(conflict)));
    }

    private Choice choice(Conflict conflict) {
        return switch (random.nextInt(4)) {
            case 0 -> new Choice.Mine();
            case 1 -> new Choice.Theirs();
            case 2 -> new Choice.Both();
            default ->
                conflict.subject().isText()
                        ? Choice.Merged.text(conflict.column(), words.word() + "\n")
                        : new Choice.Theirs();
        };
    }

    private void resolveAll() {
        member.library().conflicts().resolveAll(open(), random.nextBoolean() ? new Choice.Mine() : new Choice.Theirs());
    }

    private void reopen() {
        var resolved = member.library().conflicts().resolved().stream()
                .filter(conflict -> !isAboutTwins(conflict))
                .toList();
        any(resolved).ifPresent(conflict -> member.library().conflicts().reopen(conflict));
    }

    private void undoMerge() {
        any(member.library().merges().overruled().stream()
                        .filter(merge ->
                                !AtomicityOracle.IDS.contains(merge.record().id()))
                        .toList())
                .ifPresent(merge -> member.library().merges().revert(merge));
    }

    /// Removes the demand for words that the person removed or decided against.
    private void forgetRemoved() {
        var there = member.words();
        member.liveWrites().retain(there::contains);
    }

    private List<String> ids(String table) {
        return member.ids(table);
    }

    private <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }
}
