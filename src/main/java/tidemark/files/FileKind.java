package tidemark.files;

import java.net.URLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The kind of a file, told by the ending of its name.
public final class FileKind {
    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("md", "text/markdown"),
            Map.entry("markdown", "text/markdown"),
            Map.entry("csv", "text/csv"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("webp", "image/webp"),
            Map.entry("heic", "image/heic"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("flac", "audio/flac"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"));

    /// The endings of files that some system runs, or hands to what runs them, when they are opened.
    private static final Set<String> RUNNABLE = Set.of(
            ("action ade adp air apk app appimage appinstaller appref-ms application appx appxbundle asp aspx bas bat"
                            + " bin cdxml chm cmd com command cpl crt csh deb desktop diagcab dll dmg docm dotm elf exe"
                            + " fish gadget hlp hta htc img inf ins iso isp jar jnlp js jse ksh library-ms lnk mde msc"
                            + " msh msh1 msh2 mshxml msi msix msixbundle msp mst msu ocx osx out pif pkg pl potm ppam"
                            + " ppsm pptm prg ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1 py pyc pyo pyw pyz rb reg rgs"
                            + " rpm run scf scpt scptd scr sct search-ms settingcontent-ms sh shb shs sldm snap so"
                            + " sys terminal tool udl url vb vbe vbp vbs vhd vhdx vxd webloc website workflow ws wsc"
                            + " wsf wsh xbap xlam xll xlm xlsm xltm xpi zsh")
                    .split(" "));

    private FileKind() {}

    /// The media type of a file of this name, such as `image/png`; of an unknown one, that of mere bytes.
    public static String mediaType(FileName name) {
        return Optional.ofNullable(KNOWN.get(name.ending()))
                .or(() -> Optional.ofNullable(URLConnection.guessContentTypeFromName("x." + name.ending())))
                .orElse(UNKNOWN);
    }

    /// Whether a file of this name may run when it is opened, so that a person is asked first.
    public static boolean mayRun(FileName name) {
        return RUNNABLE.contains(name.ending());
    }
}
