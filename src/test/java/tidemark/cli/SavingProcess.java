package tidemark.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import tidemark.app.App;
import tidemark.app.TestApp;
import tidemark.library.records.Note;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.sync.state.Progress;

/// The program at work without end: it saves the text of a note again and again, begins projects, and syncs all the
/// while; now and then it closes the library and opens it again. It reports each save once it is committed, by its
/// number.
final class SavingProcess {
    /// The beginning of each report, before the number; other lines are the log's.
    static final String SAVED = "saved ";

    private static final int SAVES_PER_OPENING = 25;
    private static final int SAVES_PER_PROJECT = 5;

    private final Path folder;
    private final String name;
    private final Random random;
    private int saved;

    private SavingProcess(Path folder, String name, Random random) {
        this.folder = folder;
        this.name = name;
        this.random = random;
    }

    /// The library's folder, a name of this process that no other has, and the seed of its random numbers.
    public static void main(String[] arguments) {
        var random = new Random(Long.parseLong(arguments[2]));
        var process = new SavingProcess(Path.of(arguments[0]), arguments[1], random);
        for (var note = process.begin(); true; ) {
            note = process.work(note);
        }
    }

    private Note begin() {
        try (var app = open()) {
            var diary = app.library().projects().create(ProjectDetails.titled("Diary of " + name));
            return app.library().notes().create(diary.id(), new NoteText("Today", text(name, 0)));
        }
    }

    private App open() {
        return TestApp.open(folder, random);
    }

    private Note work(Note begun) {
        try (var app = open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> app.foregroundSync().sync(Progress.NONE, Duration.ZERO));
            var note = begun;
            for (int i = 0; i < SAVES_PER_OPENING; i++) {
                note = save(app, note, ++saved);
                System.out.println(SAVED + saved);
                System.out.flush();
            }
            return note;
        }
    }

    private Note save(App app, Note note, int number) {
        if (isProject(number)) {
            app.library().projects().create(ProjectDetails.titled(title(name, number)));
            return note;
        }
        app.library().notes().save(note, note.text().withBody(text(name, number)));
        return app.library().notes().find(note.id()).orElseThrow();
    }

    /// Whether the save of this number begins a project; any other saves the text.
    static boolean isProject(int number) {
        return number % SAVES_PER_PROJECT == 0;
    }

    /// The title that the process of this name gives the project of this number.
    static String title(String name, int number) {
        return name + " project " + number;
    }

    /// The text that the process of this name saves under this number.
    static String text(String name, int number) {
        return name + " " + "word ".repeat(number % 200) + number;
    }
}
