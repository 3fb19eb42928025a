package tidemark.build.installer;

import java.util.List;
import java.util.Locale;

/// The kind of system that an installer is made for, which is the one it is made on.
enum Target {
    /// Any with glibc and GTK 3.
    LINUX("Tidemark", "lib/app", "lib/runtime", "icons/tidemark-512.png"),
    /// From 10 on.
    WINDOWS("Tidemark", "app", "runtime", "icons/tidemark.ico"),
    /// From 12 on.
    MACOS("Tidemark.app", "Contents/app", "Contents/runtime/Contents/Home", "icons/tidemark.icns");

    private final String image;
    private final String app;
    private final String runtime;
    private final String icon;

    Target(String image, String app, String runtime, String icon) {
        this.image = image;
        this.app = app;
        this.runtime = runtime;
        this.icon = icon;
    }

    /// By what Java calls a system, such as `Mac OS X`.
    static Target of(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
    }

    /// The name of the folder that jpackage makes.
    String image() {
        return image;
    }

    /// Where the jars lie in it.
    String app() {
        return app;
    }

    /// Where its Java lies.
    String runtime() {
        return runtime;
    }

    String icon() {
        return icon;
    }

    /// What makes packages of the image.
    List<String> script() {
        return switch (this) {
            case LINUX -> List.of("sh", "installer/linux");
            case WINDOWS -> List.of("powershell", "-ExecutionPolicy", "Bypass", "-File", "installer/windows.ps1");
            case MACOS -> List.of("sh", "installer/macos");
        };
    }

    /// Whether a library of machine code in a jar is for this system and processor.
    ///
    /// @param entry its name in the jar
    /// @param processor what Java calls the processor, such as `amd64`
    boolean runs(String entry, String processor) {
        var arm = processor.equals("aarch64");
        var folders = switch (this) {
            case LINUX -> arm ? List.of("Linux/aarch64/", "linux-aarch64/") : List.of("Linux/x86_64/", "linux-x86-64/");
            case WINDOWS ->
                arm ? List.of("Windows/aarch64/", "win32-aarch64/") : List.of("Windows/x86_64/", "win32-x86-64/");
            case MACOS -> arm ? List.of("Mac/aarch64/", "darwin-aarch64/") : List.of("Mac/x86_64/", "darwin-x86-64/");
        };
        return !entry.contains("/") || folders.stream().anyMatch(folder -> isRightIn(entry, folder));
    }

    /// `Linux-Musl/x86_64` ends like no folder of glibc.
    private static boolean isRightIn(String entry, String folder) {
        var at = entry.lastIndexOf('/') + 1;
        return entry.substring(0, at).endsWith("/" + folder);
    }
}
