package tidemark.fleet;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.library.records.FileDetails;
import tidemark.library.records.FileId;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryId;
import tidemark.library.records.Note;
import tidemark.library.records.NoteId;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;

/// The acts of a person on notes and files.
final class NoteWorkload {
    private static final int ENOUGH = 5;

    private final Member member;
    private final Words words;
    private final RandomGenerator random;

    NoteWorkload(Member member, Words words, RandomGenerator random) {
        this.member = member;
        this.words = words;
        this.random = random;
    }

    void act() {
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> note();
            case 4 -> moveNote();
            case 5, 6 -> file();
            default -> moveFile();
        }
    }

    private void note() {
        var ids = ids("note");
        if (ids.isEmpty() || (ids.size() < ENOUGH && random.nextInt(3) == 0)) {
            any(ids("project")).ifPresent(this::create);
        } else {
            var id = new NoteId(any(ids).orElseThrow());
            member.library().notes().find(id).ifPresent(this::edit);
        }
    }

    private void create(String project) {
        var title = words.word();
        var body = words.word();
        var made = member.library().notes().create(new ProjectId(project), new NoteText(title, body + "\n"));
        member.liveWrites().wrote("note", made.id().text(), "title", title);
        member.liveWrites().wroteInto("note", made.id().text(), "body", body);
    }

    private void edit(Note note) {
        var id = note.id().text();
        if (random.nextInt(3) == 0) {
            retitle(
                    note,
                    hasAll() && random.nextBoolean() ? near().value(note.text().title()) : words.word());
            return;
        }
        var line = hasAll() && random.nextInt(3) == 0
                ? near().text("note", id, "body", note.text().body())
                : new Draft.Lines(member.liveWrites(), words, random)
                        .change("note", id, "body", note.text().body());
        member.library().notes().save(note, note.text().withBody(line.text()));
        line.written();
    }

    private boolean hasAll() {
        return member.host().shared().hasAll();
    }

    private NearEdits near() {
        return new NearEdits(member.liveWrites(), words, random);
    }

    private void retitle(Note note, String title) {
        member.library().notes().save(note, note.text().withTitle(title));
        member.liveWrites().wroteValue("note", note.id().text(), "title", title);
    }

    /// Changes next to nothing of the title.
    void changeNearly(NoteId id) {
        member.library()
                .notes()
                .find(id)
                .ifPresent(note -> retitle(note, near().value(note.text().title())));
    }

    private void moveNote() {
        var ids = ids("note");
        if (!ids.isEmpty()) {
            member.library().notes().move(new NoteId(any(ids).orElseThrow()), spot(NoteId::new, ids));
        }
    }

    private interface Naming<I extends LibraryId> {
        I of(String id);
    }

    private <I extends LibraryId> InsertAt<I> spot(Naming<I> naming, List<String> ids) {
        return switch (random.nextInt(3)) {
            case 0 -> new InsertAt.First<>();
            case 1 -> new InsertAt.Last<>();
            default -> new InsertAt.After<>(naming.of(any(ids).orElseThrow()));
        };
    }

    private void file() {
        var ids = ids("file");
        if (ids.isEmpty() || (ids.size() < ENOUGH && random.nextInt(3) == 0)) {
            any(ids("project")).ifPresent(this::add);
        } else {
            var id = new FileId(any(ids).orElseThrow());
            member.library().files().find(id).ifPresent(this::change);
        }
    }

    private void add(String project) {
        var word = words.word();
        var made = member.library().files().add(new ProjectId(project), content(word));
        member.liveWrites().wrote("file", made.id().text(), "name", word);
    }

    private FileDetails content(String name) {
        var hash = new byte[32];
        random.nextBytes(hash);
        return new FileDetails(
                name, "text/plain", random.nextInt(1000), HexFormat.of().formatHex(hash));
    }

    private void change(ProjectFile file) {
        if (random.nextBoolean()) {
            var word = words.word();
            member.library().files().save(file, file.details().withName(word));
            member.liveWrites().wrote("file", file.id().text(), "name", word);
        } else {
            member.library().files().save(file, content(file.details().name()));
        }
    }

    private void moveFile() {
        var ids = ids("file");
        if (!ids.isEmpty()) {
            member.library().files().move(new FileId(any(ids).orElseThrow()), spot(FileId::new, ids));
        }
    }

    private List<String> ids(String table) {
        return member.ids(table);
    }

    private Optional<String> any(List<String> ids) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }
}
