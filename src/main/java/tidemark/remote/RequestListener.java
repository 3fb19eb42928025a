package tidemark.remote;

/// A listener to the requests to a store; called on the threads that make them.
public interface RequestListener {
    /// Called before a request; what is thrown here prevents it.
    void requested(Request request);

    /// Called when so many bytes of a body went to the store.
    void sent(long bytes);

    /// Called when so many bytes of an object came from the store.
    void received(long bytes);
}
