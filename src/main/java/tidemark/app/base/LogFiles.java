package tidemark.app.base;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.read.CyclicBufferAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.OwnerOnly;

/// The log files in the library's folder: at most 10 MB for the window, and as much for commands.
///
/// They are separate because both may run at once, and one of them would rename a file that the other is writing.
public enum LogFiles {
    /// The log of the process with the window.
    WINDOW,
    /// The log of commands, one after the other.
    COMMANDS;

    private static final String CONSOLE = "tidemark.console";
    private static final String EARLY = "early";

    /// The conversion word for the end of a line.
    private static final String FAILURE = "failure";

    private static final int OLDER_FILES = 4;
    private static final long BYTES = 2 << 20;

    /// Shows warnings on the console as well; must be called before anything is logged.
    public static void warnOnConsole() {
        System.setProperty(CONSOLE, "WARN");
    }

    /// Writes the log into this library's folder from now on.
    public void begin(LibraryFolder folder) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var name = name().toLowerCase(java.util.Locale.ROOT);
            var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            var file = appender(context, folder.logs(), name);
            root.addAppender(file);
            if (root.getAppender(EARLY) instanceof CyclicBufferAppender<ILoggingEvent> early) {
                root.detachAppender(early);
                moveAll(early, file);
            }
        }
    }

    /// Writes what was logged before the library's folder was known.
    private static void moveAll(CyclicBufferAppender<ILoggingEvent> from, Appender<ILoggingEvent> to) {
        for (int i = 0; i < from.getLength(); i++) {
            to.doAppend(from.get(i));
        }
        from.reset();
    }

    /// The log file, which belongs to its owner alone, as do those that follow it.
    private static final class PrivateFileAppender extends RollingFileAppender<ILoggingEvent> {
        private final Path logs;

        PrivateFileAppender(Path logs) {
            this.logs = logs;
        }

        @Override
        public void openFile(String name) throws IOException {
            OwnerOnly.folder(logs);
            OwnerOnly.file(Path.of(name));
            super.openFile(name);
        }
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path logs, String name) {
        var appender = new PrivateFileAppender(logs);
        appender.setContext(context);
        appender.setFile(logs.resolve(name + ".log").toString());
        appender.setEncoder(encoder(context));
        appender.setTriggeringPolicy(bySize(context));
        appender.setRollingPolicy(rolling(context, appender, logs, name));
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        context.putObject(
                CoreConstants.PATTERN_RULE_REGISTRY, new HashMap<>(Map.of(FAILURE, FailureConverter.class.getName())));
        encoder.setPattern("%date{ISO8601} %-5level %thread %logger{0} %msg%" + FAILURE);
        encoder.start();
        return encoder;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> bySize(LoggerContext context) {
        var policy = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setMaxFileSize(new FileSize(BYTES));
        policy.start();
        return policy;
    }

    private static FixedWindowRollingPolicy rolling(
            LoggerContext context, RollingFileAppender<ILoggingEvent> appender, Path logs, String name) {
        var policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(logs.resolve(name + ".%i.log").toString());
        policy.setMinIndex(1);
        policy.setMaxIndex(OLDER_FILES);
        policy.start();
        return policy;
    }
}
