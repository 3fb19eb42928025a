package tidemark.remote.s3;

import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.ServerHabit;
import tidemark.remote.ServerHabits;
import tidemark.remote.s3.S3Address.Style;

/// The trial of the place for a bucket's name in URLs: some services refuse it in the path, and want it in
/// the host's name.
public final class StyleTrial {
    private static final Pattern LITERAL = Pattern.compile("\\[.*\\]|[\\d.]+|localhost");

    private StyleTrial() {}

    /// Lists with the name in the path, and where that is refused, with the name in the host's name; if that is
    /// accepted, notes it among the habits. At most two requests; a way that was chosen by a person stays.
    public static void run(S3Address address, Credentials credentials, InstantSource clock, ServerHabits habits) {
        var isOpen = address.style() == Style.AUTOMATIC && !habits.has(ServerHabit.WANTS_VIRTUAL_HOSTS);
        if (isOpen
                && !LITERAL.matcher(address.endpoint().getHost()).matches()
                && isRefused(address, credentials, clock)
                && !isRefused(address.withStyle(Style.VIRTUAL_HOST), credentials, clock)) {
            habits.note(ServerHabit.WANTS_VIRTUAL_HOSTS);
        }
    }

    /// Whether a listing is refused; a server that does not answer has refused nothing, and accepted nothing.
    private static boolean isRefused(S3Address address, Credentials credentials, InstantSource clock) {
        try (var store = S3Store.open(address, "me", credentials, clock)) {
            var _ = store.list("probe/", Optional.empty(), 1);
            return false;
        } catch (RemoteException e) {
            return e instanceof Denied || address.style() == Style.VIRTUAL_HOST;
        }
    }
}
