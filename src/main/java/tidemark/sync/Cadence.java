package tidemark.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When the next round is due: after a burst of edits has ended, at the next poll, or when a failure has been waited
/// out.
///
/// Edits wait for 2 s of quiet, at most 10 s. Polls come every 5 s while the window has the focus, else every
/// 30 s; when nothing has happened on any device for a while they become rarer, because providers count them: every
/// 15 s and every 2 min after 10 min, every 30 s and every 5 min after an hour. Whoever comes back to the window is
/// answered at once.
/// After failures the wait doubles up to 5 min, and a random part of it is waited ("full jitter", AWS Architecture
/// Blog, 2015), so that many devices do not come back together.
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

    /// How often to poll when nothing has happened for this long.
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

    void edited(Instant now) {
        burstBegan = Optional.of(burstBegan.orElse(now));
        lastEdit = now;
    }

    /// Something calls for a look at once: the person, the focus, a wake-up, a change in the remote folder.
    void hurry(Instant now) {
        active(now);
        hurried = true;
        nextPoll = Instant.EPOCH;
        retry = Optional.empty();
        burstBegan = burstBegan.map(_ -> Instant.EPOCH);
    }

    void focused(boolean has, Instant now) {
        if (has && !focused) {
            hurry(now);
        }
        focused = has;
    }

    /// A round begins: it sends everything edited so far. What is edited while it runs is a new burst.
    void begin() {
        hurried = false;
        burstBegan = Optional.empty();
    }

    /// Something happened, here or on another device: more of it may follow.
    void active(Instant now) {
        lastActivity = now;
    }

    /// A round has asked the remote; what called for a look while it ran may have come after its question.
    void succeeded(Instant now) {
        failures = 0;
        retry = Optional.empty();
        nextPoll = hurried ? now : now.plus(pause(now));
    }

    /// A clock that was set back makes nothing quiet.
    private Duration pause(Instant now) {
        var quiet = Duration.between(lastActivity, now);
        var pace = PACES.stream()
                .filter(each -> quiet.compareTo(each.quiet()) >= 0)
                .findFirst()
                .orElse(PACES.getLast());
        return focused ? pace.focused() : pace.unfocused();
    }

    /// Returns when to try again.
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

    /// The moment of the next round. Times far ahead, as after the clock was set back, are due at once.
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
