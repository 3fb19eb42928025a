package tidemark.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tidemark.db.Rows;
import tidemark.library.records.LibraryException;
import tidemark.library.records.NoteId;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The person at one device: edits in the window, saves texts that were opened a while ago, and uses other programs.
final class Person {
    /// How many projects a person keeps, so that several devices work in the same ones.
    private static final int ENOUGH = 4;

    private final Member member;
    private final Words words;
    private final AtomicityOracle atomicity;
    private final Defect planted;
    private final Map<ProjectId, Project> drafts = new HashMap<>();

    Person(Member member, Words words, AtomicityOracle atomicity) {
        this.member = member;
        this.words = words;
        this.atomicity = atomicity;
        this.planted = member.host().shared().planted();
    }

    /// Does one thing or a few.
    void act(RandomGenerator random) {
        VisibleWords.act(member, () -> doSomething(random));
        planted.afterAct(member);
    }

    private void doSomething(RandomGenerator random) {
        try {
            switch (random.nextInt(hasAll() ? 27 : 24)) {
                case 0, 1 -> writeTwins(random);
                case 2 -> writeTwinsOrTakeBack(random);
                case 3, 4, 5 -> project(random);
                case 6 -> open(random);
                case 7, 8 -> save(random);
                case 9, 10, 11, 12 -> new NoteWorkload(member, words, random).act();
                case 13, 14, 15 -> new CollectionWorkload(member, words, random).act();
                case 16, 17, 18 -> new TrashWorkload(member, words, random).act();
                case 24, 25 -> new OddRowsWorkload(member, words, random).act();
                case 26 -> bulk(random);
                default -> new ForeignSqlWorkload(member, words, random).act();
            }
        } catch (LibraryException e) {
            // refused with a reason; nothing was changed
        }
    }

    private boolean hasAll() {
        return member.host().shared().hasAll();
    }

    /// Closes all opened projects, because another library replaces the one they were read from.
    void closeDrafts() {
        drafts.clear();
    }

    /// Edits while a request is on its way: most often what the request may be about.
    void actInFlight(RandomGenerator random) {
        var before = member.isKillPending() ? member.words() : Set.<String>of();
        try {
            VisibleWords.act(member, () -> {
                switch (random.nextInt(hasAll() ? 6 : 4)) {
                    case 0 -> writeTwins(random);
                    case 1, 2 -> typeBack();
                    case 4, 5 -> editSent(random);
                    default -> act(random);
                }
            });
        } catch (ProcessKilled killed) {
            forgetGone(before);
            throw killed;
        }
        planted.afterAct(member);
    }

    /// Changes next to nothing of a record that is on its way to the remote.
    private void editSent(RandomGenerator random) {
        var sent = member.database()
                .read(sql -> sql.list(
                        "SELECT tbl, id FROM outgoing_row WHERE tbl IN ('project', 'note') ORDER BY tbl, id",
                        row -> new RecordId(row.getString(1), row.getString(2))));
        if (!sent.isEmpty()) {
            var record = sent.get(random.nextInt(sent.size()));
            if (record.table().equals("note")) {
                new NoteWorkload(member, words, random).changeNearly(new NoteId(record.id()));
            } else {
                var draft = new Draft(member, words, random);
                member.library().projects().find(new ProjectId(record.id())).ifPresent(draft::changeNearly);
            }
        }
    }

    /// Removes the demand for words that a process overwrote by a commit at which it was killed.
    private void forgetGone(Set<String> before) {
        var left = member.words();
        member.liveWrites().retain(word -> !before.contains(word) || left.contains(word));
    }

    /// Makes more rows than a batch holds, now and then between two edits of the same twin.
    private void bulk(RandomGenerator random) {
        if (random.nextInt(3) > 0) {
            return;
        }
        var isAmidTwins = random.nextBoolean();
        if (isAmidTwins) {
            touchTwin(random);
            touchTwin(random);
        }
        new BulkWorkload(member, words).act();
        if (isAmidTwins) {
            writeTwins(random);
        }
    }

    private void writeTwins(RandomGenerator random) {
        var current = member.day(AtomicityOracle.ONE);
        write(current, words.day());
        if (random.nextInt(3) == 0) {
            touchTwin(random);
        }
    }

    /// Writes the day in both twins. A process that is killed here was killed after its commit: the day is written.
    private void write(Optional<String> current, String day) {
        try {
            write(day);
        } catch (ProcessKilled killed) {
            atomicity.wrote(member.id(), current, day);
            throw killed;
        }
        atomicity.wrote(member.id(), current, day);
    }

    private void write(String day) {
        member.database().change(sql -> {
            var rows = new Rows(sql, member.program().schema());
            var due = Row.EMPTY.with("due", Optional.of(Value.of(day)));
            for (var id : AtomicityOracle.IDS) {
                var record = new RecordId("project", id);
                if (rows.find(record).isPresent()) {
                    rows.update(record, List.of("due"), due);
                } else {
                    rows.insert(record, due);
                }
            }
        });
    }

    private void writeTwinsOrTakeBack(RandomGenerator random) {
        if (random.nextInt(3) > 0) {
            typeBack();
            return;
        }
        var before = member.day(AtomicityOracle.ONE);
        writeTwins(random);
        before.ifPresent(day -> {
            write(member.day(AtomicityOracle.ONE), day);
        });
    }

    /// Types the base of the twins' day back.
    void takeBack() {
        typeBack();
        planted.afterAct(member);
    }

    private void typeBack() {
        var base = member.baseDay(AtomicityOracle.ONE);
        var current = member.day(AtomicityOracle.ONE);
        if (base.isPresent() && current.isPresent() && !base.equals(current)) {
            write(current, base.get());
        }
    }

    /// Saves another title of a twin from a window that was opened a while ago.
    private void touchTwin(RandomGenerator random) {
        var id = new ProjectId(AtomicityOracle.IDS.get(random.nextInt(2)));
        if (drafts.containsKey(id)) {
            saveTitle(drafts.get(id));
        }
        member.library().projects().find(id).ifPresent(project -> drafts.put(id, project));
    }

    private void saveTitle(Project draft) {
        var word = words.word();
        var now = draft.details().withTitle(word);
        if (planted.savesBlindly()) {
            saveBlindly(draft, now);
        } else {
            member.library().projects().save(draft, now);
        }
        member.liveWrites().overwrote(draft.details().title());
        member.liveWrites().wrote("project", draft.id().text(), "title", word);
    }

    /// Saves as a program does that keeps whole rows: the other fields as they were read are written too.
    private void saveBlindly(Project draft, ProjectDetails now) {
        var row = Row.EMPTY
                .with("title", Optional.of(Value.of(now.title())))
                .with("due", draft.details().due().map(day -> Value.of(day.toString())));
        member.database()
                .change(sql -> new Rows(sql, member.program().schema())
                        .update(draft.id().record(), List.of("title", "due"), row));
    }

    private void project(RandomGenerator random) {
        var ids = ids("project");
        if (ids.size() < ENOUGH && random.nextInt(3) == 0) {
            var word = words.word();
            var made = member.library().projects().create(ProjectDetails.titled(word));
            member.liveWrites().wrote("project", made.id().text(), "title", word);
        } else if (!ids.isEmpty()) {
            var id = new ProjectId(ids.get(random.nextInt(ids.size())));
            member.library().projects().find(id).ifPresent(project -> new Draft(member, words, random).change(project));
        }
    }

    private List<String> ids(String table) {
        return member.ids(table);
    }

    private void open(RandomGenerator random) {
        var ids = ids("project");
        if (!ids.isEmpty()) {
            var id = new ProjectId(ids.get(random.nextInt(ids.size())));
            member.library().projects().find(id).ifPresent(project -> drafts.put(id, project));
        }
    }

    private void save(RandomGenerator random) {
        var opened = new ArrayList<>(drafts.keySet());
        opened.sort((a, b) -> a.text().compareTo(b.text()));
        if (!opened.isEmpty()) {
            var draft = drafts.remove(opened.get(random.nextInt(opened.size())));
            if (draft != null) {
                new Draft(member, words, random).change(draft);
            }
        }
    }
}
