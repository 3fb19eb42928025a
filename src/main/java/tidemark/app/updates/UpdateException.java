package tidemark.app.updates;

import java.net.URI;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// A failure to find out whether there is a newer version.
public final class UpdateException extends TidemarkException {
    private static final long serialVersionUID = 1L;
    private static final String EFFECT = "Nothing was downloaded; the program stays as it is.";

    private UpdateException(String cause, String remedy, Throwable reason) {
        super(new Problem(cause, EFFECT, remedy), reason);
    }

    static UpdateException unreachable(URI address, Exception reason) {
        return new UpdateException(
                "The address for updates cannot be read: " + address + ".",
                "Look at the address and the connection, then check again.",
                reason);
    }

    static UpdateException address(String text, Exception reason) {
        return new UpdateException(
                "“" + text + "” is no address that updates may come from.",
                "Give one that begins with https://.",
                reason);
    }

    static UpdateException key(Exception reason) {
        return new UpdateException(
                "The key for updates is no Ed25519 key.",
                "Copy the public key again from whoever gives out the program.",
                reason);
    }

    static UpdateException untrusted(String why, Exception reason) {
        return new UpdateException(
                "What the address for updates holds is not to be trusted: " + why + ".",
                "Get the program from where you got it first, and tell its authors.",
                reason);
    }
}
