package tidemark.remote.webdav;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tidemark.remote.Body;
import tidemark.remote.Credentials;
import tidemark.remote.Inspectable;
import tidemark.remote.Metadata;
import tidemark.remote.NameKind;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RandomHex;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.remote.ServerHabits;
import tidemark.remote.webdav.DavClient.Timeouts;
import tidemark.remote.webdav.Renames.Moved;

/// A folder on a WebDAV server as the remote: each object is a file whose path below the root is its name.
///
/// Metadata is not kept. A name and the names below it (`a`, `a/b`) cannot both exist. Nothing is created atomically:
/// for every way to request it, servers were measured that let several devices win.
public final class WebDavStore implements RemoteStore, Inspectable {
    private final String description;
    private final URI root;
    private final RandomGenerator random;
    private final DavClient client;
    private final Folders folders;
    private final Writes writes;
    private final Renames renames;
    private final Listing listing;

    private WebDavStore(WebDavAddress address, String user, DavClient client, RandomGenerator random) {
        this.description = address.describe(user);
        this.root = address.url().resolve(address.path(user));
        this.random = random;
        this.client = client;
        this.folders = new Folders(client, address.url());
        this.writes = new Writes(client, folders);
        this.renames = new Renames(client, folders);
        this.listing = new Listing(client, root);
    }

    /// The store of this user's library. Nothing is requested from the server yet.
    ///
    /// @param user the name of the folder below the address
    public static WebDavStore open(
            WebDavAddress address, String user, Credentials credentials, InstantSource clock, RandomGenerator random) {
        return open(address, user, credentials, clock, random, ServerHabits.unknown());
    }

    /// The store of this user's library, on a server with these habits.
    ///
    /// @param user the name of the folder below the address
    public static WebDavStore open(
            WebDavAddress address,
            String user,
            Credentials credentials,
            InstantSource clock,
            RandomGenerator random,
            ServerHabits habits) {
        var client = new DavClient(address, new SignIn(address, credentials, random, habits), clock, Timeouts.USUAL);
        return open(address, user, client, random);
    }

    static WebDavStore open(WebDavAddress address, String user, DavClient client, RandomGenerator random) {
        return new WebDavStore(address, user, client, random);
    }

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        var bytes = new ByteArrayOutputStream();
        return get(name, bytes, limit).map(info -> new RemoteObject(info, bytes.toByteArray()));
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        return new Download(client, name, url(name)).whole(to, limit);
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, long from, OutputStream to, long limit) {
        return new Download(client, name, url(name)).tail(from, to, limit);
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName name) {
        return new Download(client, name, url(name)).head();
    }

    /// Puts under another name and renames, as some servers show a half-written file, and keep it when the connection
    /// breaks.
    @Override
    public void put(ObjectName name, Body body, Metadata metadata) {
        var staged = staged(name);
        try {
            writes.upload(staged, body);
            if (renames.move(staged, url(name), "T") != Moved.DONE) {
                throw client.problems().lost(name);
            }
        } catch (RuntimeException e) {
            writes.discard(staged, e);
            throw e;
        }
    }

    @Override
    public void add(ObjectName name, Body body) {
        folders.ensure(Folders.parent(url(name)));
        writes.upload(url(name), body);
    }

    /// Renames. If `from` is gone, another device that had decided the same has moved it.
    @Override
    public void promote(ObjectName from, ObjectName to, Body body) {
        if (renames.move(url(from), url(to), "T") != Moved.DONE && head(to).isEmpty()) {
            put(to, body, Metadata.NONE);
        }
    }

    /// Creates the object, but not atomically: of devices that ask at the same moment several may get `CREATED`.
    @Override
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        if (head(name).isPresent()) {
            return Creation.EXISTS;
        }
        var staged = staged(name);
        try {
            writes.upload(staged, body);
            if (renames.move(staged, url(name), "F") == Moved.DONE) {
                return Creation.CREATED;
            }
            writes.delete(staged);
            return Creation.EXISTS;
        } catch (RuntimeException e) {
            writes.discard(staged, e);
            throw e;
        }
    }

    @Override
    public boolean createsAtomically() {
        return false;
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        return listing.list(prefix, after, max);
    }

    @Override
    public void delete(ObjectName name) {
        writes.delete(url(name));
    }

    /// Deletes the folder in one request: the server deletes it with all that is in it.
    @Override
    public void deleteFolder(ObjectName folder) {
        writes.delete(url(folder).resolve(url(folder).getRawPath() + "/"));
        folders.forget(url(folder));
    }

    @Override
    public void deleteFolders(List<ObjectName> folders) {
        folders.forEach(this::deleteFolder);
    }

    @Override
    public String describe() {
        return description;
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public Optional<Duration> clockDifference() {
        return client.clockDifference();
    }

    @Override
    public Versioning versioning() {
        return Versioning.UNKNOWN;
    }

    @Override
    public Optional<Set<NameKind>> lostNames(ObjectName folder) {
        return Optional.of(new NameTrial(client, url(folder), () -> listing.namesIn(folder)).lost());
    }

    /// The object's URL. Object names need no encoding: all their characters are allowed in a path.
    private URI url(ObjectName name) {
        return root.resolve(root.getRawPath() + "/" + name);
    }

    /// A temporary URL beside the object's, under a name that no object can have.
    private URI staged(ObjectName name) {
        var folder = Folders.parent(url(name)).getRawPath();
        return root.resolve(folder + "/~" + RandomHex.digits(random, 16) + ".part");
    }
}
