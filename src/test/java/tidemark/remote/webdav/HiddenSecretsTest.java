package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.remote.Credentials;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException;

/// What a failed sign-in tells, on the screen and in the log at its finest: no secret, and nothing made of one.
final class HiddenSecretsTest {
    private static final Pattern RESPONSE = Pattern.compile("response=\"([0-9a-f]+)\"");

    private final DavServer server = new DavServer();
    private final List<String> proofs = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ch.qos.logback.classic.Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        root.setLevel(Level.INFO);
        root.detachAppender(log);
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "anna, `Basic realm=\"r\"`",
                "anna, `Digest realm=\"r\", nonce=\"n\", qop=\"auth\"`",
                "J\u00e4s\u00f8n, `Digest realm=\"r\", nonce=\"n\", qop=\"auth\", charset=UTF-8`",
                "\u65e5\u672c, `Digest realm=\"r\", nonce=\"n\"`",
                "\u65e5\u672c, `Digest realm=\"Gr\u00f6\u00dfe\", nonce=\"n\", qop=\"auth\", algorithm=SHA-256, userhash=true`"
            })
    void nothingOfASecretIsTold(String name, String challenge) {
        server.inject(exchange -> {
            proofs.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
            DavServer.answer(exchange, 401);
            return true;
        });
        var keys = Credentials.of(name, "hunter2-\u00fc");
        try (var store = WebDavStore.open(server.address(), "me", keys, Clock.systemUTC(), new Random(3))) {
            var failure = catchThrowable(() -> store.head(new ObjectName("a")));
            assertThat(failure).isInstanceOf(RemoteException.Denied.class);
            assertThat(proofs).isNotEmpty();
            var told = told(failure);
            assertThat(told).doesNotContain("hunter2", "Authorization", "nonce=", "response=");
            assertThat(proofs).allSatisfy(proof -> {
                assertThat(told).doesNotContain(proof);
                RESPONSE.matcher(proof)
                        .results()
                        .forEach(hash -> assertThat(told).doesNotContain(hash.group(1)));
            });
        }
    }

    private String told(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        for (var event : log.list) {
            text.append(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        return text.toString();
    }
}
