package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.library.links.LinkPath;

/// The names of files in an export, and links that no name fits.
final class ExportFileNamesTest extends WithExport {
    @Test
    void noPathLeadsOutOfTheExportOrIntoWhatASystemForbids() throws IOException {
        var paths = List.of(
                "../../../../evil.png",
                "/etc/evil.png",
                "C:\\Windows\\evil.png",
                "CON",
                "images/nul.png",
                "a/../../evil.png",
                "dots./x.png",
                "a\u202egnp.exe",
                ".hidden/x.png",
                "tidemark.json",
                "River.md",
                "River",
                "x:y.png",
                "u\u0308.png");
        for (var path : paths) {
            var river = text("River", "![](<" + path.replace("\\", "\\\\") + ">)");
            add(river, LinkPath.nameOf(path), "content of " + path, Optional.of(path));
            add(river, LinkPath.nameOf(path) + "\u0001\u202e..", "other " + path, Optional.of(path));
        }

        Folders.exported(test, root);

        var files = written();
        assertThat(files)
                .hasSize(3 * paths.size())
                .allMatch(file -> List.of(file.split("/")).stream().allMatch(FileNames::isFit));
        try (var outside = Files.list(folder)) {
            assertThat(outside.map(file -> String.valueOf(file.getFileName())))
                    .noneMatch(file -> file.contains("evil"));
        }
        assertRoundTrip();
    }

    @Test
    void anOverlongNameIsCutAndItsEndingKept() throws IOException {
        for (int length : List.of(90, 150, 450)) {
            var name = "ü".repeat(length) + ".png";
            var river = text("River" + length, "![](<" + name + ">)");
            add(river, name, "content");
        }
        Folders.exported(test, root);
        assertThat(written())
                .hasSize(6)
                .filteredOn(file -> file.endsWith(".png"))
                .hasSize(3);
        assertThat(contents("River90.md")).containsExactly("content");
        assertThat(contents("River150.md")).containsExactly("content");
        assertThat(contents("River450.md")).containsExactly("content");
        assertRoundTrip();
    }

    @Test
    void namesThatAreOneToASystemAreTwoFiles() throws IOException {
        var river = text("River", "![](a.png) ![](A.png) ![](u\u0308.png) ![](\u00fc.png)");
        for (var name : List.of("a.png", "A.png", "u\u0308.png", "\u00fc.png")) {
            add(river, name, "content of " + name);
        }
        Folders.exported(test, root);
        assertThat(written().stream().map(LinkPath::folded).distinct()).hasSize(5);
        assertThat(contents("River.md"))
                .startsWith("content of a.png", "content of A.png")
                .doesNotContain("nothing");
        assertRoundTrip();
    }

    @Test
    void aLinkOfAWikiThatNoPathCanNameIsTold() throws IOException {
        var first = text("River", "![[photo.jpg]]");
        add(first, "photo.jpg", "of the river");
        var second = text("C# notes", "![[photo.jpg]]");
        add(second, "photo.jpg", "of C#");
        var report = Folders.exported(test, root);
        assertThat(report.brokenLinks())
                .containsExactly(new ExportReport.BrokenLink("C# notes.md", "C# notes/photo.jpg"));
        assertRoundTrip();
    }

    @Test
    void aFileThatIsNamedLikeATextIsImportedAsAFile() throws IOException {
        var river = text("River", "[long](long.md)");
        add(river, "long.md", "---\ntitle: no project\n---\n");
        Folders.exported(test, root);
        assertThat(written()).containsExactly("River.md", "long.md");
        assertRoundTrip();
    }
}
