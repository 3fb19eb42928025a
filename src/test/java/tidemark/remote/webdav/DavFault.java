package tidemark.remote.webdav;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// What happens to a request instead of what should.
@FunctionalInterface
public interface DavFault {
    /// Says whether it took the request over.
    boolean meets(HttpExchange exchange) throws IOException;

    /// For the first request of this method: this status, and a wish when to come back.
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

    /// For every request of this method: this status.
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
