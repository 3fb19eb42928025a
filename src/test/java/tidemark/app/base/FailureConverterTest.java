package tidemark.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Unavailable;

/// The form of a failure in the log.
final class FailureConverterTest {
    private final FailureConverter converter = new FailureConverter();
    private final Logger logger = (Logger) LoggerFactory.getLogger("a.logger.of.this.test");

    @BeforeEach
    void start() {
        converter.start();
    }

    @AfterEach
    void setBack() {
        logger.setLevel(null);
    }

    private String line(Throwable failure) {
        return converter.convert(new LoggingEvent("", logger, Level.WARN, "It failed", failure, null));
    }

    private static Unavailable unreachable() {
        var problem = new Problem("The server s3.test does not answer.", "All is safe here.", "Try again.");
        return new Unavailable(problem, new ConnectException("Connection\nrefused"));
    }

    @Test
    void whatIsExplainedToThePersonIsOneLineWithItsCause() {
        logger.setLevel(Level.INFO);
        var expected = ": The server s3.test does not answer. All is safe here. Try again."
                + " (java.net.ConnectException: Connection refused)" + System.lineSeparator();
        assertThat(line(unreachable())).isEqualTo(expected);
        assertThat(line(new CompletionException(unreachable()))).isEqualTo(expected);
    }

    @Test
    void itsStackIsThereAtLevelDebug() {
        logger.setLevel(Level.DEBUG);
        assertThat(line(unreachable())).contains("Unavailable", "at tidemark.app.base.FailureConverterTest");
    }

    @Test
    void anErrorInTheProgramAlwaysHasItsStack() {
        logger.setLevel(Level.INFO);
        assertThat(line(new IllegalStateException("odd")))
                .contains("IllegalStateException: odd", "at tidemark.app.base.FailureConverterTest");
    }

    @Test
    void aLineWithoutAFailureJustEnds() {
        var event = new LoggingEvent("", logger, Level.INFO, "Sent", null, null);
        assertThat(converter.convert(event)).isEqualTo(System.lineSeparator());
    }
}
