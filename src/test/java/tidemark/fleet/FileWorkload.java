package tidemark.fleet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import tidemark.db.DatabaseException;
import tidemark.files.ContentHash;
import tidemark.library.records.FileDetails;
import tidemark.library.records.FileId;
import tidemark.library.records.LibraryException;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;

/// The acts of a person on the files of projects.
final class FileWorkload {
    private static final int LARGEST = 6000;

    private final Fleet fleet;
    private final Member member;
    private final RandomGenerator random;
    private final Words words;

    FileWorkload(Fleet fleet, Member member, RandomGenerator random) {
        this.fleet = fleet;
        this.member = member;
        this.random = random;
        this.words = fleet.words();
    }

    String act() {
        int kind = random.nextInt(12);
        try {
            VisibleWords.act(member, () -> {
                switch (fleet.movesContents(member) ? kind : 7 + kind % 3) {
                    case 0, 1, 2, 3, 4 -> add();
                    case 5, 6 -> replace();
                    case 7 -> trash();
                    case 8, 9 -> editMany();
                    case 10 -> want();
                    default -> limit();
                }
            });
            return "act " + kind;
        } catch (LibraryException | DatabaseException e) {
            return "refused"; // with a reason; nothing was changed
        }
    }

    /// Adds a file of this content to this project.
    void add(String project, byte[] content) {
        var contents = fleet.contents(member);
        fleet.contentOracle().made(content);
        var word = words.word();
        var made = contents.store()
                .add(
                        contents.source(content),
                        (sql, hash, size) -> member.library()
                                .files()
                                .add(
                                        sql,
                                        new ProjectId(project),
                                        new FileDetails(word, "image/png", size, hash.text())));
        member.liveWrites().wrote("file", made.id().text(), "name", word);
    }

    private void add() {
        var projects = member.ids("project");
        var project = projects.isEmpty() ? created() : projects.get(random.nextInt(projects.size()));
        add(project, content());
    }

    private String created() {
        var word = words.word();
        var made = member.library().projects().create(ProjectDetails.titled(word));
        member.liveWrites().wrote("project", made.id().text(), "title", word);
        return made.id().text();
    }

    /// Now and then the content is one that there is already, somewhere.
    private byte[] content() {
        var made = fleet.contentOracle().all();
        if (!made.isEmpty() && random.nextInt(5) == 0) {
            return made.get(random.nextInt(made.size()));
        }
        var content = new byte[random.nextInt(8) == 0 ? 0 : random.nextInt(LARGEST)];
        random.nextBytes(content);
        return content;
    }

    private Optional<ProjectFile> any() {
        var files = member.ids("file");
        return files.isEmpty()
                ? Optional.empty()
                : member.library().files().find(new FileId(files.get(random.nextInt(files.size()))));
    }

    private void replace() {
        any().ifPresent(file -> replace(file, content()));
    }

    /// Puts another content in the place of a file's.
    void replace(ProjectFile file, byte[] content) {
        var contents = fleet.contents(member);
        fleet.contentOracle().made(content);
        var _ = contents.store().add(contents.source(content), (sql, hash, size) -> {
            var now = new FileDetails(file.details().name(), file.details().mediaType(), size, hash.text());
            return member.library().files().save(sql, file, now);
        });
    }

    private void trash() {
        any().ifPresent(file -> member.library().trash().put(List.of(file.id())));
    }

    /// Changes all projects and all files of the first kind in one transaction, whether a content waits or not.
    void editMany() {
        member.database().change(sql -> {
            sql.update("UPDATE project SET status = ? WHERE id NOT LIKE 'twin%'", "s" + random.nextInt(100));
            sql.update("UPDATE file SET media_type = ? WHERE size % 2 = 0", "x/" + random.nextInt(100));
        });
    }

    private void want() {
        any().ifPresent(file -> ContentHash.of(file.details().sha256())
                .ifPresent(hash ->
                        fleet.contents(member).store().want(hash, file.details().size())));
    }

    private void limit() {
        var contents = fleet.contents(member);
        contents.limit(contents.limit().isPresent() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(9000)));
    }
}
