package tidemark.app.base;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log files in the library's folder: at most 10 MB for the window, and as much for commands.
///
/// They are separate because both may run at once, and one of them would rename a file that the other is writing.
public enum LogFiles {
    /// The log of the process with the window.
    WINDOW,
    /// The log of commands, one after the other.
    COMMANDS;

    private static final String CONSOLE = "tidemark.console";
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
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender(context, folder.logs(), name));
        }
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path logs, String name) {
        var appender = new RollingFileAppender<ILoggingEvent>();
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
        encoder.setPattern("%date{ISO8601} %-5level %thread %logger{0} %msg%n");
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
