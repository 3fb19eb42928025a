package tidemark.app.remotes;

import java.util.Optional;
import tidemark.app.base.Settings;
import tidemark.remote.s3.S3Address;

/// A bucket as the remote, with the library in `<prefix>/<user>`.
public record S3Remote(S3Address address, String user) implements ServerRemote {
    private static final String KEY = "remote.s3";
    private static final String USER_KEY = "remote.user";

    /// A remote in this bucket.
    ///
    /// @throws IllegalArgumentException when `user` is not a user name
    public S3Remote {
        if (!RemoteSettings.isUser(user)) {
            throw new IllegalArgumentException("not a user name: " + user);
        }
    }

    /// A remote for the default user.
    public S3Remote(S3Address address) {
        this(address, DEFAULT_USER);
    }

    @Override
    public String id() {
        var prefix = address.prefix().isEmpty() ? "" : address.prefix() + "/";
        return "s3 " + address.endpoint() + "/" + address.bucket() + "/" + prefix + user;
    }

    @Override
    public String describe() {
        return address.describe(user);
    }

    @Override
    public String missingKeysRemedy() {
        return "Give the access key and the secret key in the settings or with `tidemark remote set s3`, where"
                + " --keys-in-file keeps them without a keychain; or set TIDEMARK_ACCESS_KEY and TIDEMARK_SECRET_KEY.";
    }

    @Override
    public String probeKey() {
        return id() + " " + AddressJson.write(address);
    }

    static Optional<S3Remote> read(Settings settings) {
        return settings.get(KEY)
                .map(json -> new S3Remote(
                        AddressJson.read(json), settings.get(USER_KEY).orElse(DEFAULT_USER)));
    }

    void keep(Settings settings) {
        settings.set(KEY, AddressJson.write(address));
        settings.set(USER_KEY, user);
    }

    static void forget(Settings settings) {
        settings.remove(KEY);
        settings.remove(USER_KEY);
    }
}
