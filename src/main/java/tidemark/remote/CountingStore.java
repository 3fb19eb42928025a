package tidemark.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// A store that records every request to another one, in order, and counts the bytes sent and received.
public final class CountingStore extends MeteredStore {
    private final Account account;

    /// A counter of the requests to `inner`.
    public CountingStore(RemoteStore inner) {
        this(inner, new Account());
    }

    private CountingStore(RemoteStore inner, Account account) {
        super(inner, account);
        this.account = account;
    }

    /// Every request so far, in the order in which they were made; failed ones, too.
    public List<Request> requests() {
        synchronized (account.requests) {
            return List.copyOf(account.requests);
        }
    }

    /// The number of requests of this kind.
    public long count(Request.Kind kind) {
        return requests().stream().filter(request -> request.kind() == kind).count();
    }

    /// The bytes of bodies that the store took.
    public long sent() {
        return account.sent.get();
    }

    /// The bytes of objects that the store gave.
    public long received() {
        return account.received.get();
    }

    /// Forgets all requests and sets the counts to 0.
    public void reset() {
        synchronized (account.requests) {
            account.requests.clear();
        }
        account.sent.set(0);
        account.received.set(0);
    }

    private static final class Account implements RequestListener {
        private final List<Request> requests = new ArrayList<>(); // Guarded by itself.
        private final AtomicLong sent = new AtomicLong();
        private final AtomicLong received = new AtomicLong();

        @Override
        public void requested(Request request) {
            synchronized (requests) {
                requests.add(request);
            }
        }

        @Override
        public void sent(long bytes) {
            sent.addAndGet(bytes);
        }

        @Override
        public void received(long bytes) {
            received.addAndGet(bytes);
        }
    }
}
