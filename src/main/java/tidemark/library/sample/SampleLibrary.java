package tidemark.library.sample;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tidemark.library.Library;
import tidemark.library.records.CollectionId;
import tidemark.library.records.NoteId;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Status;

/// A small sample library: a dozen projects of someone with a job, a house and a river to measure.
public final class SampleLibrary {
    private final Library library;
    private final LocalDate today;

    private SampleLibrary(Library library, LocalDate today) {
        this.library = library;
        this.today = today;
    }

    /// Adds the sample to the library; due days are near the clock's.
    public static void fill(Library library, InstantSource clock) {
        var sample = new SampleLibrary(library, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        sample.work();
        sample.home();
        sample.someday();
        sample.loose();
    }

    private void work() {
        var work = library.collections().create("Work").id();
        var survey = project(
                work,
                details("Field survey 2026", SampleTexts.SURVEY, Status.ACTIVE, 9)
                        .withStar());
        label(survey, "river", "fieldwork");
        note(survey, "Packing list", SampleTexts.PACKING);
        note(survey, "Sampling points", SampleTexts.POINTS);
        note(survey, "Reading the logger", SampleTexts.LOGGER);
        var report = project(work, details("Annual report", SampleTexts.REPORT, Status.WAITING, 4));
        label(report, "writing");
        note(report, "Figures still missing", SampleTexts.FIGURES);
        label(
                project(work, details("Talk at the water days", SampleTexts.TALK, Status.ACTIVE, 23)),
                "river",
                "writing");
        label(project(work, details("Hand over the old database", SampleTexts.HANDOVER, Status.DONE)), "code");
    }

    private void home() {
        var home = library.collections().create("Home").id();
        var kitchen = project(
                home,
                details("Kitchen rebuild", SampleTexts.KITCHEN, Status.ACTIVE, 2)
                        .withStar());
        label(kitchen, "home", "money");
        note(kitchen, "Quotes", SampleTexts.QUOTES);
        note(kitchen, "Measurements", SampleTexts.MEASUREMENTS);
        var garden = library.collections().create("Garden", home).id();
        label(project(garden, details("Rain barrel", SampleTexts.BARREL, Status.IDEA)), "home");
        var beds = project(garden, details("Vegetable beds", SampleTexts.BEDS, Status.ACTIVE, -1));
        label(beds, "home");
        library.trash().put(List.of(note(beds, "Last year's plan", "Tomatoes again in the same bed. No.")));
        label(project(home, details("Tax papers", SampleTexts.TAX, Status.WAITING, 30)), "money", "urgent");
    }

    private void someday() {
        var someday = library.collections().create("Someday").id();
        label(project(someday, details("Learn to sail", SampleTexts.SAIL, Status.IDEA)), "river");
        label(
                project(someday, details("Translate grandmother's letters", SampleTexts.LETTERS, Status.IDEA)),
                "writing");
    }

    private void loose() {
        library.projects()
                .create(details("Reading list", SampleTexts.READING, Status.IDEA)
                        .withStar());
        var tent = library.projects().create(details("Sell the old tent", SampleTexts.TENT, Status.DONE));
        library.trash().put(List.of(tent.id()));
    }

    private static ProjectDetails details(String title, String summary, Status status) {
        return ProjectDetails.titled(title).withSummary(summary).withStatus(status);
    }

    private ProjectDetails details(String title, String summary, Status status, int daysFromNow) {
        return details(title, summary, status).withDue(Optional.of(today.plusDays(daysFromNow)));
    }

    private ProjectId project(CollectionId collection, ProjectDetails details) {
        return library.projects().create(details, collection).id();
    }

    private NoteId note(ProjectId project, String title, String body) {
        return library.notes().create(project, new NoteText(title, body)).id();
    }

    private void label(ProjectId project, String... names) {
        for (var name : names) {
            library.labels().add(project, name);
        }
    }
}
