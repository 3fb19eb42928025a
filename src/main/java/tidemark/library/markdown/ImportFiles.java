package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import tidemark.db.Sql;
import tidemark.library.Library;
import tidemark.library.records.FileDetails;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Provenance;
import tidemark.problem.Problem;

/// The files that an import brings, gathered while its texts are written, and added when all of those are: each row in
/// a transaction without texts, so that no text waits until a content is sent.
final class ImportFiles {
    /// A file of a project.
    ///
    /// @param name its name, where that is not the file's
    /// @param mediaType its media type, where that is known
    record Use(ProjectId project, Path file, Optional<String> name, Optional<String> mediaType, Provenance provenance) {
        FileDetails details(FileDetails content) {
            return new FileDetails(
                    name.orElse(content.name()),
                    mediaType.orElse(content.mediaType()),
                    content.size(),
                    content.sha256());
        }

        boolean isAs(ProjectFile row) {
            return row.path().equals(provenance.path())
                    && name.map(row.details().name()::equals).orElse(true);
        }
    }

    private final Library library;
    private final FileIntake intake;
    private final ImportRemarks remarks;
    private final List<Use> uses = new ArrayList<>();
    private final List<Use> linkedUses = new ArrayList<>();
    private final Set<Path> documents = new HashSet<>();
    private final Set<Map.Entry<ProjectId, Path>> linked = new HashSet<>();
    private final Map<Path, FileDetails> taken = new HashMap<>();
    private final Map<Path, Optional<String>> hashes = new HashMap<>();
    private final Set<Path> met = new LinkedHashSet<>();
    private final Set<Path> failed = new HashSet<>();
    private Optional<ProjectId> current = Optional.empty();
    private List<ProjectFile> there = List.of();

    ImportFiles(Library library, FileIntake intake, ImportRemarks remarks) {
        this.library = library;
        this.intake = intake;
        this.remarks = remarks;
    }

    /// Notes that this file was read as a text, and is no project's file.
    void isDocument(Path file) {
        documents.add(file);
    }

    /// Wants a file for a project, as often as it is named.
    void add(Use use) {
        uses.add(use);
    }

    /// Wants a file that a text of a project links to, once.
    void addLinked(ProjectId project, Path file, Provenance provenance) {
        if (linked.add(Map.entry(project, file))) {
            linkedUses.add(new Use(project, file, Optional.empty(), Optional.empty(), provenance));
        }
    }

    /// The provenance of a file here: it was last changed when the file was, and not after the text that links to it.
    static Provenance provenance(Path file, String path, Optional<Instant> notAfter) {
        Optional<Instant> changed;
        try {
            changed = Optional.of(
                    Instant.ofEpochMilli(Files.getLastModifiedTime(file).toMillis()));
        } catch (IOException _) {
            changed = Optional.empty(); // whether it can be read shows when it is
        }
        var modified = changed.map(time -> notAfter.filter(time::isAfter).orElse(time));
        return new Provenance(Optional.empty(), modified.or(() -> notAfter), Optional.of(path));
    }

    /// Adds them all.
    ///
    /// @param done told the hundredths that are done
    void run(IntConsumer done) {
        linkedUses.stream().filter(use -> !documents.contains(use.file())).forEach(uses::add);
        for (int i = 0; i < uses.size(); i++) {
            done.accept((int) (i * 100L / uses.size()));
            var use = uses.get(i);
            if (isThere(use)) {
                met.add(use.file());
            } else if (!failed.contains(use.file())) {
                add(use.file(), use);
            }
        }
    }

    /// Whether the project had it before. Each of its files is met once.
    private boolean isThere(Use use) {
        if (!current.equals(Optional.of(use.project()))) {
            current = Optional.of(use.project());
            there = new ArrayList<>(library.files().of(use.project()));
        }
        var same = there.stream()
                .filter(row -> use.isAs(row) && hasContent(row, use.file()))
                .findFirst();
        same.ifPresent(there::remove);
        return same.isPresent();
    }

    private boolean hasContent(ProjectFile row, Path file) {
        try {
            return row.details().size() == Files.size(file)
                    && hashes.computeIfAbsent(file, intake::hash)
                            .equals(Optional.of(row.details().sha256()));
        } catch (IOException _) {
            return false;
        }
    }

    private void add(Path file, Use use) {
        var known = Optional.ofNullable(taken.get(file));
        if (known.isPresent()) {
            library.change(sql -> write(sql, use, known.get()));
            return;
        }
        Optional<Problem> problem = intake.take(file, (sql, content) -> {
            write(sql, use, content);
            taken.put(file, content);
        });
        problem.ifPresent(why -> {
            failed.add(file);
            remarks.add(new ImportProblem(file, ImportProblem.Kind.UNREADABLE, why.cause()));
        });
    }

    private void write(Sql sql, Use use, FileDetails content) throws SQLException {
        library.files().add(sql, use.project(), use.details(content), use.provenance());
    }

    /// The files that a project has now, and those that could not be taken in, which was told.
    Set<Path> brought() {
        var brought = new HashSet<>(taken.keySet());
        brought.addAll(met);
        brought.addAll(failed);
        return brought;
    }

    /// The number of files that were added to some project and are no texts.
    int added() {
        return (int) taken.keySet().stream()
                .filter(file -> !documents.contains(file))
                .count();
    }

    /// The number of files that all of their projects had before, and that are no texts.
    int alreadyThere() {
        return (int) met.stream()
                .filter(file -> !taken.containsKey(file) && !documents.contains(file))
                .count();
    }
}
