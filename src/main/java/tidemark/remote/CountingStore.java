package tidemark.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// A store that keeps account of what another one is asked: each request in order, and the bytes that went each way.
public final class CountingStore extends MeteredStore {
    private final Account account;

    /// Counts what reaches `inner`.
    public CountingStore(RemoteStore inner) {
        this(inner, new Account());
    }

    private CountingStore(RemoteStore inner, Account account) {
        super(inner, account);
        this.account = account;
    }

    /// Everything asked so far, in the order in which it was asked; also what failed.
    public List<Request> requests() {
        synchronized (account.requests) {
            return List.copyOf(account.requests);
        }
    }

    /// How many requests of this kind were made.
    public long count(Request.Kind kind) {
        return requests().stream().filter(request -> request.kind() == kind).count();
    }

    /// Bytes of bodies that the store took.
    public long sent() {
        return account.sent.get();
    }

    /// Bytes of objects that the store gave.
    public long received() {
        return account.received.get();
    }

    /// Forgets all that was counted.
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
        public void asked(Request request) {
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
