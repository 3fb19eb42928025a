package tidemark.remote.memory;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tidemark.remote.Request;

/// A plan of faults: decides the fault of each request as it comes. What it throws reaches the caller in place of a
/// response.
@FunctionalInterface
public interface FaultPlan {
    /// The fault for the next request.
    Fault next(Request request);

    /// A plan without faults.
    static FaultPlan none() {
        return _ -> Fault.NONE;
    }

    /// A plan with these faults for the first requests, and none afterwards.
    static FaultPlan script(Fault... faults) {
        var queue = new ArrayDeque<>(List.of(faults));
        return _ -> queue.isEmpty() ? Fault.NONE : queue.removeFirst();
    }

    /// A plan with one fault at request number `n`, counted from 0; for sweeps.
    static FaultPlan at(int n, Fault fault) {
        var count = new AtomicInteger();
        return _ -> count.getAndIncrement() == n ? fault : Fault.NONE;
    }

    /// A plan with one exception in place of request number `n`, counted from 0; for sweeps.
    static FaultPlan throwing(int n, Supplier<? extends RuntimeException> failure) {
        var count = new AtomicInteger();
        return _ -> {
            if (count.getAndIncrement() == n) {
                throw failure.get();
            }
            return Fault.NONE;
        };
    }

    /// A plan with a fault for about `rate` of all requests, each kind as likely as the others.
    ///
    /// @param rate from 0 (never) to 1 (always)
    static FaultPlan random(RandomGenerator random, double rate) {
        var faults = List.of(Fault.NEVER_SENT, Fault.ANSWER_LOST, Fault.HELD_BACK, Fault.REPEATED);
        return _ -> random.nextDouble() < rate ? faults.get(random.nextInt(faults.size())) : Fault.NONE;
    }
}
