package tidemark.ui.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The opening of links that stand in texts, which may come from anyone: an address goes to the system's browser only
/// where it is one of the web or of mail. Any other could start a program or reach a file.
///
/// @param browser opens an address
/// @param refused receives the address that is not opened
public record Links(Consumer<URI> browser, Consumer<String> refused) {
    private static final Set<String> WEB = Set.of("http", "https");
    private static final String MAIL = "mailto";

    /// Opens the address, or says that it is refused.
    public void open(String address) {
        allowed(address).ifPresentOrElse(browser, () -> refused.accept(address));
    }

    /// The address to open; empty where it must not be.
    static Optional<URI> allowed(String address) {
        try {
            var uri = new URI(address.strip().replace(" ", "%20"));
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            var isWeb = WEB.contains(scheme) && uri.getHost() != null;
            return isWeb || scheme.equals(MAIL) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
