package tidemark.remote.webdav;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A fault injected into a request.
@FunctionalInterface
public interface DavFault {
    /// Handles the request if this fault applies; returns whether it did.
    boolean handles(HttpExchange exchange) throws IOException;

    /// Answers the first request of this method with this status, and a `Retry-After` if given.
    static DavFault once(String method, int status, Optional<String> retryAfter) {
        var left = new AtomicInteger(1);
        return exchange -> {
            if (!exchange.getRequestMethod().equals(method) || left.getAndDecrement() <= 0) {
                return false;
            }
            retryAfter.ifPresent(wish -> exchange.getResponseHeaders().add("Retry-After", wish));
            DavServer.answer(exchange, status);
            return true;
        };
    }

    /// Answers every request of this method with this status.
    static DavFault always(String method, int status) {
        return exchange -> {
            var isMeant = exchange.getRequestMethod().equals(method);
            if (isMeant) {
                DavServer.answer(exchange, status);
            }
            return isMeant;
        };
    }
}
