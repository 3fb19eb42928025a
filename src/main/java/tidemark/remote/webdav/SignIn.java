package tidemark.remote.webdav;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.remote.Credentials;
import tidemark.remote.RandomHex;
import tidemark.remote.ServerHabit;
import tidemark.remote.ServerHabits;

/// The authentication of requests, by the strongest scheme that the server has asked for.
///
/// Over TLS the password is sent at once, which saves a refused request. Without TLS the server's challenge is awaited,
/// because a password is only sent where the server understands nothing better; of a server that was found to
/// understand nothing better, that is remembered.
final class SignIn {
    private final Credentials credentials;
    private final RandomGenerator random;
    private final ServerHabits habits;

    // Guarded by this.
    private boolean basic;
    private Optional<Digest> digest = Optional.empty();
    private int count;

    SignIn(WebDavAddress address, Credentials credentials, RandomGenerator random, ServerHabits habits) {
        this.credentials = credentials;
        this.random = random;
        this.habits = habits;
        this.basic = address.url().getScheme().equalsIgnoreCase("https") || habits.has(ServerHabit.WANTS_PASSWORD);
    }

    /// The header `Authorization` for a request, if it is known what the server asks for.
    synchronized Optional<String> header(String method, String uri) {
        if (digest.isPresent()) {
            var request = new Digest.Request(method, uri, ++count, clientNonce());
            return Optional.of(digest.get().authorization(credentials, request));
        }
        return basic ? Optional.of(basic()) : Optional.empty();
    }

    /// Takes note of the challenges in the refusal of a request, and returns whether another attempt makes sense.
    ///
    /// @param sent the header `Authorization` of the refused request, if it had one
    boolean challenged(List<String> headers, Optional<String> sent) {
        var challenges = Challenge.parse(headers);
        var makesSense = challenged(sent, challenges);
        if (wantsPassword()) {
            habits.note(ServerHabit.WANTS_PASSWORD);
        } else {
            habits.forget(ServerHabit.WANTS_PASSWORD);
        }
        return makesSense;
    }

    private synchronized boolean wantsPassword() {
        return basic && digest.isEmpty();
    }

    private synchronized boolean challenged(Optional<String> sent, List<Challenge> challenges) {
        var best = Digest.best(challenges);
        if (best.isPresent()) {
            var isStale = best.get()
                    .challenge()
                    .parameter("stale")
                    .filter("true"::equalsIgnoreCase)
                    .isPresent();
            var wasDigest = sent.filter(header -> header.startsWith("Digest")).isPresent();
            digest = best;
            count = 0;
            return isStale || !wasDigest;
        }
        basic = challenges.stream().anyMatch(each -> each.scheme().equals("basic"));
        return basic && sent.isEmpty();
    }

    private String basic() {
        var pair = credentials.name() + ":" + credentials.secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String clientNonce() {
        return RandomHex.digits(random, 32);
    }
}
