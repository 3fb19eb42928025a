package tidemark.remote;

/// Takes note of what a store is asked; called from the threads that ask.
public interface RequestListener {
    /// A request is about to be made. What is thrown here keeps it from being made.
    void asked(Request request);

    /// Bytes of a body went to the store.
    void sent(long bytes);

    /// Bytes of an object came from the store.
    void received(long bytes);
}
