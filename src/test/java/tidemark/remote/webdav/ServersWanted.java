package tidemark.remote.webdav;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A test that needs Apache, lighttpd or rclone on this computer; it runs only when asked for, and then they must be
/// there.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("servers")
@EnabledIfSystemProperty(
        named = "servers",
        matches = "true",
        disabledReason = "real WebDAV servers: install apache2, lighttpd, lighttpd-mod-webdav and rclone, then run"
                + " ./mvnw -Pservers test")
public @interface ServersWanted {}
