package tidemark.app.remotes;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.Settings;
import tidemark.db.DatabaseException;
import tidemark.remote.ServerHabit;
import tidemark.remote.ServerHabits;
import tidemark.remote.s3.S3Address;
import tidemark.remote.s3.S3Address.Style;

/// The habits of servers, kept with the library so that each is found out once.
record KeptHabits(Settings settings) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptHabits.class);
    private static final String KEY = "habits.";

    /// The habits of this remote's server; those that are noticed are kept.
    ServerHabits of(ServerRemote remote) {
        return new ServerHabits(kept(remote), noticed -> keep(remote, noticed));
    }

    /// The address of a bucket, in the style that its server was found to want.
    S3Address styled(S3Remote remote) {
        var address = remote.address();
        return address.style() == Style.AUTOMATIC && kept(remote).contains(ServerHabit.WANTS_VIRTUAL_HOSTS)
                ? address.withStyle(Style.VIRTUAL_HOST)
                : address;
    }

    /// Forgets the habits of a server that is a remote no longer.
    void forget(ServerRemote remote) {
        settings.remove(KEY + remote.id());
    }

    private Set<ServerHabit> kept(ServerRemote remote) {
        var names = Arrays.asList(settings.get(KEY + remote.id()).orElse("").split(" ", -1));
        return Arrays.stream(ServerHabit.values())
                .filter(habit -> names.contains(habit.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ServerHabit.class)));
    }

    private void keep(ServerRemote remote, Set<ServerHabit> habits) {
        try {
            settings.set(
                    KEY + remote.id(),
                    habits.stream().map(ServerHabit::name).sorted().collect(Collectors.joining(" ")));
        } catch (DatabaseException e) {
            LOG.info("What was found out about the server is not kept: {}", e.problem());
        }
    }
}
