package tidemark.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The schedule of rounds: after a burst of edits has ended, at the next poll, or when the wait after a failure is
/// over.
///
/// Edits wait for 2 s of quiet, at most 10 s. Polls come every 5 s while the window has the focus, else every 30 s;
/// when nothing has happened on any device for a while they become rarer, because providers count them: every 15 s and
/// every 2 min after 10 min, every 30 s and every 5 min after an hour. When a person returns to the window, the poll is
/// due at once. After failures the wait doubles up to 5 min, and a random part of it is waited ("full jitter", AWS
/// Architecture Blog, 2015), so that many devices do not retry together.
final class Cadence {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST_BURST = Duration.ofSeconds(10);
    private static final List<Pace> PACES = List.of(
            new Pace(Duration.ofHours(1), Duration.ofSeconds(30), Duration.ofMinutes(5)),
            new Pace(Duration.ofMinutes(10), Duration.ofSeconds(15), Duration.ofMinutes(2)),
            new Pace(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(30)));
    private static final Duration FIRST_RETRY = Duration.ofSeconds(4);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 10;

    /// The intervals between polls once nothing has happened for the time `quiet`.
    private record Pace(Duration quiet, Duration focused, Duration unfocused) {}

    private final RandomGenerator random;
    private boolean focused;
    private Instant lastActivity = Instant.EPOCH;
    private Optional<Instant> burstBegan = Optional.empty();
    private Instant lastEdit = Instant.EPOCH;
    private Instant nextPoll = Instant.EPOCH;
    private Optional<Instant> retry = Optional.empty();
    private int failures;
    // Since the present round began.
    private boolean hurried;

    Cadence(RandomGenerator random) {
        this.random = random;
    }

    /// Notes an edit: it begins a burst or prolongs one.
    void edited(Instant now) {
        burstBegan = Optional.of(burstBegan.orElse(now));
        lastEdit = now;
    }

    /// Makes a round due at once, at the wish of the person, the focus, a wake-up, or a change in the remote folder.
    void hurry(Instant now) {
        active(now);
        hurried = true;
        nextPoll = Instant.EPOCH;
        retry = Optional.empty();
        burstBegan = burstBegan.map(_ -> Instant.EPOCH);
    }

    /// Notes whether the window has the focus; gaining it makes a round due at once.
    void focused(boolean has, Instant now) {
        if (has && !focused) {
            hurry(now);
        }
        focused = has;
    }

    /// Notes that a round begins, which sends everything edited so far. An edit while it runs begins a new burst.
    void begin() {
        hurried = false;
        burstBegan = Optional.empty();
    }

    /// Notes activity here or on another device: more may follow, so polls become frequent.
    void active(Instant now) {
        lastActivity = now;
    }

    /// Notes that a round succeeded. What made a round due at once while it ran may have come after its request.
    void succeeded(Instant now) {
        failures = 0;
        retry = Optional.empty();
        nextPoll = hurried ? now : now.plus(pause(now));
    }

    /// The time to the next poll. A clock that was set back does not count as quiet.
    private Duration pause(Instant now) {
        var quiet = Duration.between(lastActivity, now);
        var pace = PACES.stream()
                .filter(each -> quiet.compareTo(each.quiet()) >= 0)
                .findFirst()
                .orElse(PACES.getLast());
        return focused ? pace.focused() : pace.unfocused();
    }

    /// Notes that a round failed, and returns when to try again.
    Instant failed(Instant now, Optional<Duration> wished) {
        var longest = FIRST_RETRY.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
        var bound = longest.compareTo(LONGEST_RETRY) < 0 ? longest : LONGEST_RETRY;
        var wait = Duration.ofMillis(1000 + random.nextLong(bound.toMillis()));
        var next = now.plus(wished.filter(wish -> wish.compareTo(wait) > 0).orElse(wait));
        retry = Optional.of(next);
        return next;
    }

    /// Whether the next round is due only because something was edited.
    boolean isOnlyForEdits(Instant now) {
        return retry.isEmpty()
                && burstBegan.filter(began -> !began.equals(Instant.EPOCH)).isPresent()
                && nextPoll.isAfter(now);
    }

    /// The moment of the next round. A moment more than ten minutes ahead, as after the clock was set back, becomes
    /// now.
    Instant due(Instant now) {
        var due = retry.orElseGet(() -> burstBegan
                .map(this::endOfBurst)
                .filter(end -> end.isBefore(nextPoll))
                .orElse(nextPoll));
        return due.isAfter(now.plus(LONGEST_RETRY).plus(LONGEST_RETRY)) ? now : due;
    }

    private Instant endOfBurst(Instant began) {
        if (began.equals(Instant.EPOCH)) {
            return began;
        }
        var quiet = lastEdit.plus(QUIET);
        var longest = began.plus(LONGEST_BURST);
        return quiet.isBefore(longest) ? quiet : longest;
    }
}
