package tidemark.fleet;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import tidemark.conflict.Choice;
import tidemark.conflict.ConflictPolicy;
import tidemark.db.Rows;
import tidemark.library.records.NoteId;
import tidemark.library.records.ProjectId;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The devices of a scenario and what they do; `a` is the one whose operations fail.
final class ScenarioStage {
    private final Fleet fleet;
    private final Words words;

    ScenarioStage(Fleet fleet) {
        this.fleet = fleet;
        this.words = fleet.words();
    }

    Fleet fleet() {
        return fleet;
    }

    Member a() {
        return fleet.member(0);
    }

    Member b() {
        return fleet.member(1);
    }

    Member c() {
        return fleet.member(2);
    }

    void sync(Member... members) {
        for (var member : members) {
            var _ = member.sync(ConflictPolicy.ASK);
        }
    }

    /// Writes a new word into the field.
    void write(Member member, String table, String id, String field) {
        var word = words.word();
        set(member, table, id, field, word);
        member.liveWrites().wrote(table, id, field, word);
    }

    void set(Member member, String table, String id, String field, String value) {
        VisibleWords.act(member, () -> {
            member.database().change(sql -> {
                var rows = new Rows(sql, member.program().schema());
                var record = new RecordId(table, id);
                var row = Row.EMPTY.with(field, Optional.of(Value.of(value)));
                if (rows.find(record).isPresent()) {
                    rows.update(record, List.of(field), row);
                } else {
                    rows.insert(record, row);
                }
            });
        });
    }

    /// Writes a new line under those that are there.
    void add(Member member, String project) {
        VisibleWords.act(member, () -> {
            var word = words.word();
            var found = member.library().projects().find(new ProjectId(project)).orElseThrow();
            var text = found.details().summary() + word + "\n";
            member.library().projects().save(found, found.details().withSummary(text));
            member.liveWrites().wroteInto("project", project, "summary", word);
        });
    }

    /// Writes another text over the one that is there.
    void rewrite(Member member, String project) {
        set(member, "project", project, "summary", "");
        forget(member);
        add(member, project);
    }

    /// Writes the title of a note again, in another case or with another mark.
    void near(Member member, String note) {
        VisibleWords.act(member, () -> {
            var id = new NoteId(note);
            var found = member.library().notes().find(id).orElseThrow();
            var title = words.near(found.text().title()).orElseThrow();
            member.library().notes().save(found, found.text().withTitle(title));
            member.liveWrites().wrote("note", note, "title", title);
        });
    }

    /// Makes a project whose id no reader accepts.
    void odd(Member member) {
        member.database().change(sql -> sql.update("INSERT INTO project (id, title) VALUES ('', 'Odd')"));
    }

    /// Makes more rows than a batch holds.
    void bulk(Member member) {
        new BulkWorkload(member, words).act();
    }

    void note(Member member, String id, String project) {
        set(member, "note", id, "project", project);
        write(member, "note", id, "title");
    }

    void trash(Member member, String project) {
        VisibleWords.act(member, () -> {
            member.library().trash().put(List.of(new ProjectId(project)));
        });
    }

    void emptyTrash(Member member) {
        VisibleWords.act(member, () -> {
            member.library().trash().empty();
            forget(member);
        });
    }

    void resolve(Member member, Choice choice) {
        VisibleWords.act(member, () -> {
            member.library().conflicts().resolveAll(member.library().conflicts().open(), choice);
            forget(member);
        });
    }

    void reopen(Member member) {
        VisibleWords.act(member, () -> {
            member.library()
                    .conflicts()
                    .resolved()
                    .forEach(conflict -> member.library().conflicts().reopen(conflict));
            forget(member);
        });
    }

    private static void forget(Member member) {
        var there = member.words();
        member.liveWrites().retain(there::contains);
    }

    void label(Member member, String project, String name) {
        member.library().labels().add(new ProjectId(project), name);
    }

    void rename(Member member, String from, String to) {
        member.library()
                .labels()
                .find(from)
                .ifPresent(label -> member.library().labels().rename(label, to));
    }

    void nest(Member member, String inner, String outer) {
        set(member, "collection", inner, "parent", outer);
    }

    void remove(Member member, String table, String id) {
        VisibleWords.act(member, () -> {
            member.database().change(sql -> new Rows(sql, member.program().schema()).delete(new RecordId(table, id)));
            forget(member);
        });
    }

    /// Adds a file with a content of so many bytes.
    void file(Member member, String project, int size) {
        var random = new Random(size);
        var content = new byte[size];
        random.nextBytes(content);
        new FileWorkload(fleet, member, random).add(project, content);
    }

    /// Moves contents until none can be moved now.
    void transfer(Member member) {
        while (fleet.contents(member).turn()) {
            // the next
        }
    }

    /// Moves contents until the process is killed amid the bytes of a request.
    void killInBody(Member member, int request) {
        var blow = new FaultScript.InjectedFault(Fault.KILLED_IN_BODY, request);
        member.network().inject(new FaultScript(List.of(blow), 0, new FaultCounts()));
        try {
            transfer(member);
        } catch (ProcessKilled e) {
            member.kill();
        }
        member.network().inject(FaultScript.NONE);
    }

    /// Takes both devices to a new, empty place.
    void move() {
        fleet.move();
    }
}
