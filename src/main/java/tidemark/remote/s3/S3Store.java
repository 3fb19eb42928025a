package tidemark.remote.s3;

import io.minio.GetBucketVersioningArgs;
import io.minio.RemoveObjectArgs;
import io.minio.messages.VersioningConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.Credentials;
import tidemark.remote.Inspectable;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.remote.ServerHabits;

/// A prefix of a bucket as the remote: each object's key is the prefix, the user and its name.
///
/// Requests are not retried here, except on a connection that was idle and proves dead, and never for a commit: the
/// caller knows what a second attempt means.
public final class S3Store implements RemoteStore, Inspectable {

    private final S3Address address;
    private final String user;
    private final String root;
    private final ResponseCheck responseCheck;
    private final S3Client client;
    private final Requests requests;
    private final Settled settled;

    private S3Store(S3Address address, String user, ResponseCheck responseCheck, S3Client client, Settled settled) {
        this.address = address;
        this.user = user;
        this.root = address.root(user);
        this.responseCheck = responseCheck;
        this.client = client;
        this.requests = new Requests(new S3Problems(address));
        this.settled = settled;
    }

    /// The store of this user's library in the bucket. Nothing is requested yet, so this also works offline.
    ///
    /// @throws RemoteException.Denied when the file of certificates cannot be read
    public static S3Store open(S3Address address, String user, Credentials credentials, InstantSource clock) {
        return open(address, user, credentials, clock, ServerHabits.unknown());
    }

    /// The store of this user's library, on a service with these habits.
    ///
    /// @throws RemoteException.Denied when the file of certificates cannot be read
    public static S3Store open(
            S3Address address, String user, Credentials credentials, InstantSource clock, ServerHabits habits) {
        var responseCheck = new ResponseCheck(clock);
        var client = S3Client.open(address, credentials, responseCheck, Timeouts.USUAL, habits);
        return new S3Store(address, user, responseCheck, client, Settled.TRUSTED);
    }

    static S3Store open(
            S3Address address, String user, Credentials credentials, InstantSource clock, Timeouts timeouts) {
        var responseCheck = new ResponseCheck(clock);
        var client = S3Client.open(address, credentials, responseCheck, timeouts, ServerHabits.unknown());
        return new S3Store(address, user, responseCheck, client, Settled.TRUSTED);
    }

    /// This store on the same connections, which claims to create atomically only where that was settled.
    public S3Store as(Settled probed) {
        return new S3Store(address, user, responseCheck, client, probed);
    }

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        var bytes = new ByteArrayOutputStream();
        return get(name, bytes, limit).map(info -> new RemoteObject(info, bytes.toByteArray()));
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        return run(Operation.READ, () -> download(name).whole(to, limit));
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, long from, OutputStream to, long limit) {
        return run(Operation.READ, () -> download(name).tail(from, to, limit));
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName name) {
        return run(Operation.READ, () -> download(name).head());
    }

    private Download download(ObjectName name) {
        return new Download(client, address.bucket(), key(name), name);
    }

    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
        var parts = new Parts(client, address.bucket(), key(name), name, size);
        return Optional.of(run(
                Operation.WRITE,
                () -> S3PartUpload.open(parts, requests, () -> download(name).head(), token)));
    }

    @Override
    public void put(ObjectName name, Body body, Metadata metadata) {
        run(Operation.WRITE, () -> {
            upload(name).put(body, metadata);
            return name;
        });
    }

    /// Creates the object by a conditional request. A 409 is `Unavailable`: another creation was under way, and the
    /// name must be read to know which one counts.
    @Override
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        return run(Operation.WRITE, () -> {
            try {
                upload(name).create(body, metadata);
                return Creation.CREATED;
            } catch (S3Error e) {
                if (e.response().status() == 412) {
                    return Creation.EXISTS;
                }
                throw e;
            }
        });
    }

    private Upload upload(ObjectName name) {
        return new Upload(client, address.bucket(), key(name));
    }

    @Override
    public boolean createsAtomically() {
        return settled.isAtomic();
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        // A prefix that no name can have is not sent: some servers would read dots as folders.
        if (max <= 0 || !ObjectName.isValid(prefix + "x")) {
            return List.of();
        }
        return run(Operation.LIST, () -> new Listing(client, address.bucket(), root).names(prefix, after, max));
    }

    @Override
    public void delete(ObjectName name) {
        run(Operation.DELETE, () -> {
            try {
                Futures.on(client.repeatable()
                        .removeObject(RemoveObjectArgs.builder()
                                .bucket(address.bucket())
                                .object(key(name))
                                .build()));
            } catch (S3Error e) {
                var _ = Download.absent(e);
            }
            return name;
        });
    }

    /// Whether versioning was switched on since the store was probed: some servers ignore conditions from
    /// then on.
    @Override
    public boolean mayReplace() {
        return responseCheck.keepsVersions() && settled.wasUnversioned();
    }

    @Override
    public List<RemoteObject> versions(ObjectName name, long limit) {
        return run(Operation.VERSIONS, () -> {
            var versions = new ArrayList<RemoteObject>();
            for (var id : new ObjectVersions(client, address.bucket(), key(name)).ids()) {
                versions.add(download(name).version(id, limit));
            }
            return List.copyOf(versions);
        });
    }

    @Override
    public Optional<Duration> clockDifference() {
        return responseCheck.clockDifference();
    }

    @Override
    public Versioning versioning() {
        return run(Operation.LIST, () -> {
            try {
                var answer = Futures.on(client.repeatable()
                        .getBucketVersioning(GetBucketVersioningArgs.builder()
                                .bucket(address.bucket())
                                .build()));
                var on = answer.status() == VersioningConfiguration.Status.ENABLED || responseCheck.keepsVersions();
                return on ? Versioning.ON : Versioning.OFF;
            } catch (S3Error | NotFromStorage e) {
                return responseCheck.keepsVersions() ? Versioning.ON : Versioning.UNKNOWN;
            }
        });
    }

    @Override
    public String describe() {
        return address.describe(user);
    }

    @Override
    public void close() {
        client.close();
    }

    private String key(ObjectName name) {
        return root + name.value();
    }

    private <T> T run(Operation operation, Requests.Request<T> request) {
        return requests.run(operation, request);
    }
}
