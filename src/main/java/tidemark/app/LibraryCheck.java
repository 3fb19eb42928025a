package tidemark.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.CheckRecord;
import tidemark.app.base.CheckRecord.Checked;
import tidemark.db.DatabaseException;
import tidemark.db.QuickCheck;
import tidemark.library.search.Indexer;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.sync.LocalCopy;
import tidemark.sync.SyncedStateCheck;

/// The checks of an open library in the background: a quick one of about two seconds when the program starts, and a
/// full one every week, which reads everything. Damage is told, and kept for programs that start later; what can be
/// made anew from the rows, such as the search index, is.
public final class LibraryCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryCheck.class);
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final Duration BETWEEN_FULL_CHECKS = Duration.ofDays(7);
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final AppCore core;
    private final Indexer indexer;
    private final CheckRecord kept;
    private final List<Consumer<Problem>> listeners = new CopyOnWriteArrayList<>();
    private final Periodic periodic;

    // Written by one thread.
    private volatile Optional<Problem> reported = Optional.empty();

    LibraryCheck(AppCore core, Indexer indexer) {
        this.core = core;
        this.indexer = indexer;
        this.kept = new CheckRecord(core.folder());
        this.periodic = new Periodic(core, "check", LOOK);
    }

    /// Begins to check, on a thread of its own: quickly at once, and fully when that is due, but not in the first
    /// minutes, when the computer has other things to do.
    public void start() {
        periodic.start(() -> trying(this::quick), () -> trying(this::fullIfDue));
    }

    /// A check that cannot be carried out is logged and leaves the record of the last as it was.
    private static void trying(Runnable check) {
        try {
            check.run();
        } catch (TidemarkException e) {
            LOG.warn("The library could not be checked", e);
        }
    }

    /// The last check that ran to its end or found damage, of this process or another.
    public Optional<Checked> last() {
        return kept.last();
    }

    /// Calls `listener`, on another thread, when damage is found; once for each kind.
    public void onProblem(Consumer<Problem> listener) {
        listeners.add(listener);
        reported.ifPresent(listener);
    }

    /// Checks within about two seconds. Only damage is kept: a part that is sound says nothing of the rest. What an
    /// earlier check found is told again.
    public void quick() {
        var result =
                QuickCheck.run(core.database().file(), QUICK, core.environment().clock());
        if (!result.findings().isEmpty()) {
            keep(result.findings());
        } else {
            last().ifPresent(this::tell);
        }
    }

    /// Runs the full check where the last is a week old or found damage, which may have been mended since.
    public void fullIfDue() {
        var now = core.environment().clock().instant();
        var isDue = last().map(checked -> !checked.isSound()
                        || checked.at().plus(BETWEEN_FULL_CHECKS).isBefore(now)
                        || checked.at().isAfter(now))
                .orElse(true);
        if (isDue) {
            full();
        }
    }

    /// Checks everything on the caller's thread, and keeps and returns the outcome.
    public Checked full() {
        return keep(findings());
    }

    /// The findings about the file, and when that is sound about the rows.
    private List<String> findings() {
        var ofFile = core.database().fullCheck();
        try {
            return ofFile.isEmpty() ? findingsOfRows() : ofFile;
        } catch (DatabaseException.Damaged e) {
            return List.of(e.problem().cause());
        }
    }

    private List<String> findingsOfRows() {
        var mended = new LocalCopy(core.database()).makeTextsValid();
        if (mended > 0) {
            LOG.info("{} records held texts that are no UTF-8", mended);
        }
        var findings = new ArrayList<>(new SyncedStateCheck(core.database()).findings());
        findings.addAll(indexFindings());
        return findings;
    }

    /// The index is made from the rows, so it is made anew where it differs from them.
    private List<String> indexFindings() {
        var findings = indexer.findings();
        if (!findings.isEmpty()) {
            LOG.warn("The search index is made anew: {}", findings);
            indexer.rebuild();
            findings = indexer.findings();
        }
        return findings;
    }

    /// Keeps the outcome of a full check that ended now, or the damage that another one found, and tells of damage.
    public Checked keep(List<String> findings) {
        var checked = new Checked(core.environment().clock().instant(), findings);
        kept.keep(checked);
        tell(checked);
        return checked;
    }

    private void tell(Checked checked) {
        var problem = Optional.of(checked).filter(found -> !found.isSound()).map(LibraryCheck::problem);
        if (!problem.equals(reported)) {
            reported = problem;
            problem.ifPresent(found -> listeners.forEach(listener -> listener.accept(found)));
        }
    }

    /// The damage in words for people.
    public static Problem problem(Checked damaged) {
        var more = damaged.findings().size() - 1;
        return new Problem(
                "The library is damaged: " + damaged.findings().getFirst()
                        + (more > 0 ? " (and %,d more findings)".formatted(more) : ""),
                "What is on the storage and in the backups is safe; what you see and write here may get lost.",
                "Rebuild the library (`tidemark rebuild`), and look whether the disk is failing.");
    }

    /// Waits for the check that is running.
    @Override
    public void close() {
        periodic.close();
    }
}
