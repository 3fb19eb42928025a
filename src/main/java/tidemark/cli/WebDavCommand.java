package tidemark.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tidemark.app.remotes.WebDavRemote;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.webdav.Fingerprint;
import tidemark.remote.webdav.WebDavAddress;

/// The `remote set webdav` command: makes a folder on a WebDAV server the remote, after a probe.
@Command(
        name = "webdav",
        description = {
            "A folder on a WebDAV server: Nextcloud, ownCloud, Synology, Apache and others. It is tested first.",
            "User name and password come from TIDEMARK_USERNAME and TIDEMARK_PASSWORD, which are kept with --keys-in-file"
                    + " only; or they are asked for and kept in the keychain. Without a terminal they are two lines of"
                    + " stdin."
        })
final class WebDavCommand implements Callable<Integer> {
    private static final String ALLOW_HTTP = "--allow-http";

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "URL", description = "The folder; the library lies inside, under its user.")
    private String url = "";

    @Option(
            names = "--certificate",
            paramLabel = "SHA256",
            description = "Accept only the certificate with this fingerprint, whoever vouches for it.")
    private Optional<String> certificate = Optional.empty();

    @Option(
            names = ALLOW_HTTP,
            description = "Let password and library go without encryption, over http:// to another computer.")
    private boolean allowHttp;

    @Mixin
    private UserOption user = new UserOption();

    @Option(
            names = "--keys-in-file",
            description = "Keep the password in a file that only you may read, such as where there is no keychain.")
    private boolean keysInFile;

    WebDavCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var remote = new WebDavRemote(address(), user.id());
        if (remote.address().isOpenOnTheWay() && !allowHttp) {
            throw CommandException.openOnTheWay(ALLOW_HTTP);
        }
        return session.inLibrary(app -> {
            var prompt = new KeysPrompt(session.terminal(), KeysPrompt.Labels.PASSWORD);
            return RemoteCommands.Shown.of(app, Optional.of(prompt.choose(app, remote, keysInFile)));
        });
    }

    private WebDavAddress address() {
        var address = plainAddress();
        return certificate.map(this::fingerprint).map(address::trusting).orElse(address);
    }

    private WebDavAddress plainAddress() {
        try {
            return WebDavAddress.of(url);
        } catch (Denied e) {
            throw CommandException.noAddress(e);
        }
    }

    private Fingerprint fingerprint(String text) {
        try {
            return Fingerprint.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "A fingerprint has 64 hexadecimal digits", e);
        }
    }
}
