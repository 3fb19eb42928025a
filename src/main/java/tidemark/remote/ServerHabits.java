package tidemark.remote;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/// The habits of one server: those that are remembered, and those that are noticed meanwhile.
///
/// A hint that saves requests: a server that has changed is found out by its answers.
public final class ServerHabits {
    private final Set<ServerHabit> known = EnumSet.noneOf(ServerHabit.class); // Guarded by itself.
    private final Consumer<Set<ServerHabit>> keeper;

    /// The habits remembered so far.
    ///
    /// @param keeper remembers all of them whenever they have changed; called on the thread of the request
    public ServerHabits(Collection<ServerHabit> remembered, Consumer<Set<ServerHabit>> keeper) {
        this.known.addAll(remembered);
        this.keeper = keeper;
    }

    /// The habits of a server that nothing is known of, remembered by nobody.
    public static ServerHabits unknown() {
        return new ServerHabits(Set.of(), _ -> {});
    }

    /// Whether the server has this habit, as far as is known.
    public boolean has(ServerHabit habit) {
        synchronized (known) {
            return known.contains(habit);
        }
    }

    /// Takes note that the server has this habit.
    public void note(ServerHabit habit) {
        change(known -> known.add(habit));
    }

    /// Takes note that the server does not have this habit, or not any longer.
    public void forget(ServerHabit habit) {
        change(known -> known.remove(habit));
    }

    private void change(Change change) {
        Set<ServerHabit> now;
        synchronized (known) {
            if (!change.isMade(known)) {
                return;
            }
            now = Set.copyOf(known);
        }
        keeper.accept(now);
    }

    private interface Change {
        boolean isMade(Set<ServerHabit> known);
    }
}
