package tidemark.fleet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.library.records.Project;
import tidemark.library.records.Status;

/// A project as it was opened, perhaps a while ago, and the saving of a change to it.
final class Draft {
    private final Member member;
    private final Words words;
    private final RandomGenerator random;

    Draft(Member member, Words words, RandomGenerator random) {
        this.member = member;
        this.words = words;
        this.random = random;
    }

    void change(Project was) {
        var id = was.id().text();
        var details = was.details();
        switch (random.nextInt(member.host().shared().hasAll() ? 11 : 8)) {
            case 0, 1 -> retitle(was, words.word());
            case 8 -> retitle(was, near().value(details.title()));
            case 9 -> typeBack(was);
            case 2 -> save(was, details.withStatus(Status.CHOICES.get(random.nextInt(Status.CHOICES.size()))));
            case 3 -> save(was, random.nextBoolean() ? details.withStar() : details.withoutStar());
            case 4 -> {
                if (!AtomicityOracle.IDS.contains(id)) {
                    save(was, details.withDue(Optional.of(LocalDate.of(2027, 1, 1 + random.nextInt(20)))));
                }
            }
            case 10 -> resummarize(was, near().text("project", id, "summary", details.summary()));
            default ->
                resummarize(
                        was,
                        new Lines(member.liveWrites(), words, random)
                                .change("project", id, "summary", details.summary()));
        }
    }

    private NearEdits near() {
        return new NearEdits(member.liveWrites(), words, random);
    }

    private void retitle(Project was, String title) {
        save(was, was.details().withTitle(title));
        member.liveWrites().overwrote(was.details().title());
        member.liveWrites().wroteValue("project", was.id().text(), "title", title);
    }

    private void resummarize(Project was, Lines.Changed text) {
        save(was, was.details().withSummary(text.text()));
        text.written();
    }

    /// Types back what was in sync.
    private void typeBack(Project was) {
        var id = was.id().text();
        member.base("project", id, "title").ifPresent(title -> retitle(was, title));
        member.base("project", id, "summary")
                .ifPresent(summary -> member.library()
                        .projects()
                        .find(was.id())
                        .ifPresent(now -> resummarize(
                                now,
                                new Lines.Changed(
                                        summary,
                                        () -> member.liveWrites()
                                                .overwrote(now.details().summary())))));
    }

    /// Changes next to nothing of the title.
    void changeNearly(Project was) {
        retitle(was, near().value(was.details().title()));
    }

    private void save(Project was, tidemark.library.records.ProjectDetails now) {
        member.library().projects().save(was, now);
    }

    /// A change of one line of a text, or a new line.
    record Lines(LiveWrites liveWrites, Words words, RandomGenerator random) {
        /// A text, and what to record once it is saved.
        record Changed(String text, Runnable then) {
            void written() {
                then.run();
            }
        }

        Changed change(String table, String id, String field, String text) {
            var word = words.word();
            var lines = new ArrayList<>(text.lines().toList());
            var at = random.nextInt(lines.size() + 1);
            var old = "";
            if (at < lines.size() && random.nextBoolean()) {
                old = lines.set(at, word);
            } else {
                lines.add(at, word);
            }
            var gone = old;
            return new Changed(String.join("\n", lines) + "\n", () -> {
                liveWrites.overwrote(gone);
                liveWrites.wroteInto(table, id, field, word);
            });
        }
    }
}
