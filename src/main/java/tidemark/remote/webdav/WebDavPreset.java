package tidemark.remote.webdav;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A kind of server with its folders at a known path, so that a host and a user name are enough.
public enum WebDavPreset {
    /// Nextcloud.
    NEXTCLOUD("Nextcloud", "https://%s/remote.php/dav/files/%s/Tidemark", true),
    /// ownCloud.
    OWNCLOUD("ownCloud", "https://%s/remote.php/dav/files/%s/Tidemark", true),
    /// A Synology with the package WebDAV Server.
    SYNOLOGY("Synology", "https://%s:5006/home/Tidemark", false),
    /// Apache, lighttpd, nginx, rclone and others: the host, with the path where there is one.
    OTHER("Apache or another server", "https://%s", false);

    private final String title;
    private final String form;
    private final boolean wantsAppPassword;

    WebDavPreset(String title, String form, boolean wantsAppPassword) {
        this.title = title;
        this.form = form;
        this.wantsAppPassword = wantsAppPassword;
    }

    /// The preset of this name, in any case.
    public static Optional<WebDavPreset> of(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.name().equals(name.toUpperCase(Locale.ROOT)))
                .findAny();
    }

    /// The kind of server in words for people.
    public String title() {
        return title;
    }

    /// Whether the server requires an app password of users with two-factor sign-in.
    public boolean wantsAppPassword() {
        return wantsAppPassword;
    }

    /// The address of this user's folder on this host.
    ///
    /// @param host the host's name, with a port where that is not the usual one; a whole URL is taken as it is
    /// @throws tidemark.remote.RemoteException.Denied when that is no address
    public WebDavAddress address(String host, String userName) {
        if (host.contains("://")) {
            return WebDavAddress.of(host);
        }
        var user = URLEncoder.encode(userName, StandardCharsets.UTF_8).replace("+", "%20");
        return WebDavAddress.of(form.formatted(host.strip().replaceAll("/+$", ""), user));
    }
}
