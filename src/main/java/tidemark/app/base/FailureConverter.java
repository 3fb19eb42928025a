package tidemark.app.base;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.slf4j.LoggerFactory;
import tidemark.problem.TidemarkException;

/// The form of a failure in the log: one that is explained to the person is the rest of the line, with the failure that
/// it shows in. Only one that Tidemark does not know has its stack, since that is an error in the program. At level
/// debug all have.
public final class FailureConverter extends ThrowableProxyConverter {
    @Override
    public String convert(ILoggingEvent event) {
        if (event.getThrowableProxy() instanceof ThrowableProxy proxy
                && !LoggerFactory.getLogger(event.getLoggerName()).isDebugEnabled()) {
            for (var failure = proxy.getThrowable(); failure != null; failure = failure.getCause()) {
                if (failure instanceof TidemarkException known) {
                    return ": " + line(known) + System.lineSeparator();
                }
            }
        }
        return event.getThrowableProxy() == null ? System.lineSeparator() : stack(event);
    }

    private String stack(ILoggingEvent event) {
        return System.lineSeparator() + super.convert(event);
    }

    private static String line(TidemarkException known) {
        var words = known.problem().toString();
        var cause = known.getCause();
        var whole = cause == null ? words : words + " (" + cause + ")";
        return whole.replaceAll("\\R", " ");
    }
}
