package tidemark.library.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import tidemark.app.ContentIntake;
import tidemark.library.Library;
import tidemark.library.TestLibrary;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Colour;
import tidemark.library.records.FileDetails;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryId;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Provenance;
import tidemark.library.records.Status;

/// Random libraries of small size, with the titles, labels and texts that files and front matter have trouble with.
final class RandomLibraries {
    private static final List<String> TITLES = List.of(
            "",
            "River",
            "river",
            "RIVER",
            "River.md",
            "a/b",
            "a\\b",
            "..",
            ".hidden",
            "CON",
            "nul.txt",
            "tidemark",
            "tidemark.json",
            "#hash",
            "# heading",
            "---",
            "title: x",
            "\"quoted\"",
            "'single'",
            "\"open",
            " before",
            "behind ",
            "two  spaces",
            "{{title}}",
            "null",
            "~",
            "[draft] plan",
            "{a: b}",
            "- dash",
            "| bar",
            "C# # for me",
            "1.10",
            "2026-01-01",
            "true",
            "題：日本語",
            "👩‍👩‍👧 family",
            "\u00a0no break",
            "\u2028line",
            "Notes 0123456789abcdef0123456789abcdef",
            "é".repeat(300),
            "word ".repeat(60));

    private static final List<String> LABELS = List.of(
            "two words",
            "a, b",
            "x: y",
            "#hash",
            "🌱",
            "Case",
            "tag",
            "null",
            "a/b",
            "[b]",
            "\"q\"",
            "-",
            "3.10",
            "{{x}}");

    private static final List<String> TEXTS = List.of(
            "",
            "plain\n",
            "no line end",
            "   ",
            "\n\n",
            "trailing   \n\n\n",
            "# Heading first\n",
            "A #tag and #Case and \\#none and #two words# here\n",
            "```\n#include <stdio.h>\n```\n",
            "CRLF\r\nlines\r\n",
            "a lone \r return",
            "\u0001\u0002\u001b[31m\u007f\u0085",
            "\u0007".repeat(40),
            "\ufeffmarked",
            "👩‍👩‍👧 \u2028 שלום\n",
            "<h1>Html</h1>\n",
            "---",
            "---\n",
            "---\n---\n",
            "---\n\n---\n",
            "---\nnever: ended\n",
            "---\naliases: [Old name]\n# a comment\ncssclass: wide\n---\n",
            "---\naliases: [Old name]\n---\n#tag\n",
            "--- \nx: y\n...\nrest\n",
            "---\r\nx: y\r\n---\r\nrest\r\n",
            "---\ntitle: Sneaky\ntags: [tag, other]\n---\nbody\n",
            "---\nstatus: done\ndue: 2020-01-01\nstarred: yes\ncreated: 2001-01-01\nupdated: 2002-01-01\n---\n",
            "---\n  indented: x\ntags: [a]\n---\n",
            "---\n- item\nkey: |\n  words\n---\n",
            "---\ntitle: \"open\n---\n",
            "---\ntidemark: exact\n---\nbody",
            "---\ntitle: x\ntidemark: exact\n\n---\nbody",
            "---\nDear diary: today\nI went out.\n---\n");

    private static final List<String> FILES = List.of(
            "photo.jpg",
            "Photo.JPG",
            "a b.png",
            "CON",
            "nul.txt",
            "tidemark.json",
            "River.md",
            "..",
            "",
            "\u202etxt.exe",
            "C:\\x.png",
            "ü.png",
            "u\u0308.png",
            "50%.png",
            "x#1.png",
            "long ".repeat(60) + ".pdf");

    private static final List<String> FOLDERS =
            List.of("", "images/", "../", "../../assets/", "/", ".hidden/", "River/", "images/../", "C:/", "..\\");

    private static final List<String> LINKS = List.of(
            "![](<%s>)\n",
            "![[%s]] ",
            "[[%s#part|words]] ",
            "[x](%s)",
            "<img src=\"%s\">",
            "> ![](<%s> \"title\")\n\n",
            "`![](%s)`",
            "[r]: <%s>\n");

    private final RandomGenerator random;

    private final Path sources;

    /// Libraries from a seed.
    ///
    /// @param sources the folder for the files that are added
    RandomLibraries(long seed, Path sources) {
        this.random = new Random(seed);
        this.sources = sources;
    }

    /// Fills an empty library.
    void fill(TestLibrary test) {
        var library = test.library();
        var collections = collections(library);
        var projects = new ArrayList<ProjectId>();
        var notes = new ArrayList<LibraryId>();
        test.database().change(sql -> {
            for (int i = random.nextInt(14); i > 0; i--) {
                var project = library.projects().create(sql, details(), one(collections), provenance());
                projects.add(project.id());
                for (int n = random.nextInt(3); n > 0; n--) {
                    var note = new NoteText(title(), text());
                    notes.add(library.notes()
                            .create(sql, project.id(), note, provenance())
                            .id());
                }
                for (int n = random.nextInt(3); n > 0; n--) {
                    library.labels().add(sql, project.id(), pick(LABELS));
                }
            }
        });
        projects.forEach(project -> files(test, project));
        rearrange(library, collections, projects, notes);
    }

    /// Adds files to some projects, a few of one content, and some longer than a text may be.
    private void files(TestLibrary test, ProjectId project) {
        for (int n = random.nextInt(8) - 5; n > 0; n--) {
            var provenance = new Provenance(
                    Optional.empty(),
                    time().filter(_ -> random.nextBoolean()),
                    Optional.of(pick(FOLDERS) + pick(FILES)).filter(_ -> random.nextBoolean()));
            var name = pick(FILES);
            var problem = new ContentIntake(test.contents()).take(source(), (sql, content) -> {
                var details = new FileDetails(name, pick(List.of("", "image/png")), content.size(), content.sha256());
                test.library().files().add(sql, project, details, provenance);
            });
            if (problem.isPresent()) {
                throw new AssertionError(problem.get());
            }
        }
        if (random.nextInt(8) == 0) {
            var files = test.library().files().of(project);
            files.stream().findFirst().ifPresent(file -> test.library().trash().put(List.of(file.id())));
        }
    }

    /// A file of one of a few contents.
    private Path source() {
        int kind = random.nextInt(6);
        var source = sources.resolve("content-" + kind);
        try {
            if (!Files.exists(source)) {
                Files.writeString(source, kind == 0 ? "" : ("content " + kind).repeat(kind == 1 ? 150_000 : 1));
            }
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CollectionId> collections(Library library) {
        var collections = new ArrayList<CollectionId>();
        for (int i = random.nextInt(5); i > 0; i--) {
            var parent = one(collections);
            var made = parent.isPresent()
                    ? library.collections().create(title(), parent.get())
                    : library.collections().create(title());
            collections.add(made.id());
            if (random.nextBoolean()) {
                library.collections().save(made, made.details().withColour(pick(Colour.CHOICES)));
            }
        }
        return collections;
    }

    /// Moves and trashes a few of them, edits one, and leaves a label without a project.
    private void rearrange(
            Library library, List<CollectionId> collections, List<ProjectId> projects, List<LibraryId> notes) {
        if (random.nextInt(3) == 0) {
            library.labels().named(pick(LABELS));
        }
        if (!projects.isEmpty()) {
            var project = library.projects().find(pick(projects)).orElseThrow();
            library.projects().move(project, one(collections), new InsertAt.First<>());
            library.projects().save(project, project.details().withSummary(text()));
        }
        if (!notes.isEmpty() && random.nextInt(3) == 0) {
            library.trash().put(List.of(pick(notes)));
        }
        if (!projects.isEmpty() && random.nextInt(3) == 0) {
            library.trash().put(List.of(pick(projects)));
        }
        if (!collections.isEmpty() && random.nextInt(6) == 0) {
            library.trash().put(List.of(pick(collections)));
        }
    }

    private ProjectDetails details() {
        var due = random.nextInt(3) == 0
                ? Optional.of(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(30_000)))
                : Optional.<LocalDate>empty();
        return new ProjectDetails(title(), text(), pick(Status.CHOICES), random.nextInt(4) == 0, due);
    }

    private Provenance provenance() {
        return random.nextBoolean()
                ? Provenance.HERE
                : new Provenance(
                        time(),
                        time(),
                        Optional.of("Vault/" + pick(TITLES) + ".md").filter(_ -> random.nextBoolean()));
    }

    private Optional<Instant> time() {
        var before = Duration.ofMillis(random.nextLong(1_000_000_000_000L) - 1000);
        return Optional.of(TestLibrary.START.minus(before)).filter(_ -> random.nextInt(4) > 0);
    }

    private String title() {
        return pick(TITLES);
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(pick(TEXTS));
            if (random.nextBoolean()) {
                text.append(pick(LINKS).formatted(pick(FOLDERS) + pick(FILES)));
            }
        }
        return text.toString();
    }

    private <T> Optional<T> one(List<T> from) {
        return from.isEmpty() || random.nextInt(3) == 0 ? Optional.empty() : Optional.of(pick(from));
    }

    private <T> T pick(List<? extends T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
