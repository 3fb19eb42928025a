package tidemark.build.installer;

import java.util.List;
import java.util.Locale;

/// The operating system that an installer is made for, which is the one it is made on.
enum Target {
    /// Linux with glibc and GTK 3.
    LINUX("Tidemark", "lib/app", "lib/runtime", "icons/tidemark-512.png"),
    /// Windows from 10 on.
    WINDOWS("Tidemark", "app", "runtime", "icons/tidemark.ico"),
    /// macOS from 12 on.
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

    /// The target of a system by the name Java gives it, such as `Mac OS X`.
    static Target of(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
    }

    /// The name of the folder that jpackage makes.
    String image() {
        return image;
    }

    /// The folder of the jars in the image.
    String app() {
        return app;
    }

    /// The folder of Java in the image.
    String runtime() {
        return runtime;
    }

    String icon() {
        return icon;
    }

    /// The command that makes packages of the image.
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

    /// Whether a folder of native libraries is for this system; `Linux-Musl/x86_64` is not for glibc.
    private static boolean isRightIn(String entry, String folder) {
        var at = entry.lastIndexOf('/') + 1;
        return entry.substring(0, at).endsWith("/" + folder);
    }
}
