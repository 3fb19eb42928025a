package tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of files from other systems: stored as given, shown without tricks, written safely.
final class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '"',
            value = {
                "report.pdf, report.pdf",
                "../../etc/passwd, passwd",
                "..\\..\\boot.ini, boot.ini",
                "/etc/shadow, shadow",
                "C:\\Windows\\system.ini, system.ini",
                "C:evil.txt, evil.txt",
                "CON, _CON",
                "nul.txt, _nul.txt",
                "Com1.log, _Com1.log",
                "LPT\u00b9, _LPT\u00b9",
                "console.txt, console.txt",
                "trailing..., trailing",
                "\"blanks.txt   \", blanks.txt",
                ".., file",
                "., file",
                "\"\", file",
                "\"   \", file",
                ".bashrc, bashrc",
                "ab:c|d?.txt, ab_c_d_.txt",
                "photo\u202egpj.exe, photo_gpj.exe",
                "zero\u200bwidth.txt, zero_width.txt",
                "nul\u0000byte.txt, nul_byte.txt",
                "cafe\u0301.txt, caf\u00e9.txt",
                "dir/, file"
            })
    void isWrittenUnderASafeName(String given, String written) {
        assertThat(new FileName(given).written()).isEqualTo(written);
    }

    @Test
    void aLineEndInANameIsNotWritten() {
        assertThat(new FileName("line\nbreak.txt").written()).isEqualTo("line_break.txt");
    }

    @Test
    void aLongNameKeepsItsEndingAndFits() {
        for (var part : new String[] {"x", "ä", "漢", "😀"}) {
            var written = new FileName(part.repeat(300) + ".pdf").written();
            assertThat(written).endsWith(part + ".pdf");
            assertThat(written.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
        }
    }

    @Test
    void namesThatAreOneOnSomeSystemsAreWrittenApart() {
        var taken = new HashSet<String>();
        assertThat(new FileName("caf\u00e9.txt").written(taken)).isEqualTo("caf\u00e9.txt");
        assertThat(new FileName("cafe\u0301.txt").written(taken)).isEqualTo("caf\u00e9 (2).txt");
        assertThat(new FileName("CAF\u00c9.TXT").written(taken)).isEqualTo("CAF\u00c9 (3).TXT");
        assertThat(new FileName("CAFÉ.txt").written(taken)).isEqualTo("CAFÉ (4).txt");
    }

    @Test
    void isStoredAsGivenAsFarAsARowCanHoldIt() {
        assertThat(FileName.stored("../ü\u202e.txt").given()).isEqualTo("../ü\u202e.txt");
        assertThat(FileName.stored("a\u0000b\ud800").given()).isEqualTo("a\ufffdb\ufffd");
        assertThat(FileName.stored("x".repeat(5000)).given()).hasSize(FileName.LONGEST_STORED);
    }

    @Test
    void isShownWithoutCharactersThatReorderOthers() {
        assertThat(new FileName("photo\u202egpj.exe").shown()).isEqualTo("photo\ufffdgpj.exe");
        assertThat(new FileName("  ").shown()).isEqualTo("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.desktop", "a.EXE", "a.sh", "a.jar", "a.exe. ", "x/a.ps1", "a\u202e.exe"})
    void aFileThatCanRunIsKnown(String name) {
        assertThat(FileKind.mayRun(new FileName(name))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, application/pdf", "a.PNG, image/png", "a.md, text/markdown", "a, application/octet-stream"})
    void itsMediaTypeFollowsFromItsEnding(String name, String type) {
        assertThat(FileKind.mediaType(new FileName(name))).isEqualTo(type);
        assertThat(FileKind.mayRun(new FileName(name))).isFalse();
    }
}
