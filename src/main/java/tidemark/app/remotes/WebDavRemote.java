package tidemark.app.remotes;

import java.util.Optional;
import tidemark.app.base.Settings;
import tidemark.remote.webdav.Fingerprint;
import tidemark.remote.webdav.WebDavAddress;

/// A folder on a WebDAV server as the remote, with the library in `<url>/<user>`.
public record WebDavRemote(WebDavAddress address, String user) implements ServerRemote {
    /// The beginning of its [#id].
    static final String KIND = "webdav ";

    private static final String URL_KEY = "remote.webdav";
    private static final String CERTIFICATE_KEY = "remote.webdav.certificate";
    private static final String USER_KEY = "remote.user";

    /// A remote in this folder.
    ///
    /// @throws IllegalArgumentException when `user` is not a user name
    public WebDavRemote {
        if (!RemoteSettings.isUser(user)) {
            throw new IllegalArgumentException("not a user name: " + user);
        }
    }

    /// A remote for the default user.
    public WebDavRemote(WebDavAddress address) {
        this(address, DEFAULT_USER);
    }

    @Override
    public String id() {
        return KIND + address.url() + "/" + user;
    }

    @Override
    public String describe() {
        return address.describe(user);
    }

    @Override
    public String missingKeysRemedy() {
        return "Give the user name and the password in the settings or with `tidemark remote set webdav`, where"
                + " --keys-in-file keeps them without a keychain; or set TIDEMARK_USERNAME and TIDEMARK_PASSWORD.";
    }

    @Override
    public String probeKey() {
        return id() + address.certificate().map(known -> " " + known.value()).orElse("");
    }

    static Optional<WebDavRemote> read(Settings settings) {
        return settings.get(URL_KEY).map(url -> {
            var plain = WebDavAddress.of(url);
            var address = settings.get(CERTIFICATE_KEY)
                    .map(Fingerprint::parse)
                    .map(plain::trusting)
                    .orElse(plain);
            return new WebDavRemote(address, settings.get(USER_KEY).orElse(DEFAULT_USER));
        });
    }

    void keep(Settings settings) {
        settings.set(URL_KEY, address.url().toString());
        settings.set(USER_KEY, user);
        address.certificate()
                .ifPresentOrElse(
                        certificate -> settings.set(CERTIFICATE_KEY, certificate.value()),
                        () -> settings.remove(CERTIFICATE_KEY));
    }

    static void forget(Settings settings) {
        settings.remove(URL_KEY);
        settings.remove(CERTIFICATE_KEY);
        settings.remove(USER_KEY);
    }
}
