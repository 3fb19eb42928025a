package tidemark.library.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.library.records.FileDetails;
import tidemark.library.records.FileId;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;

/// The way of links from a text to the files of its project.
final class FileLinksTest {
    private static ProjectFile file(String id, String name, Optional<String> path) {
        return new ProjectFile(
                new FileId(id),
                new ProjectId("p"),
                new FileDetails(name, "image/png", 1, "ab".repeat(32)),
                path,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    private static Optional<String> find(String text, String path, ProjectFile... files) {
        var link = TextLinks.in(text).getFirst();
        return new FileLinks(List.of(files))
                .find(link, Optional.of(path).filter(known -> !known.isEmpty()))
                .map(file -> file.id().text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "![](images/a%20b.png); Garden/images/a b.png",
                "![](<images/a b.png>); Garden/images/a b.png",
                "![](./images/../images/a%20b.png?x=1#top); Garden/images/a b.png",
                "![](../assets/x.png); assets/x.png",
                "![](/assets/x.png); assets/x.png",
                "![](images\\x.png); Garden/images/x.png",
                "![](Images/X.PNG); Garden/images/x.png",
                "![](50%25.png); Garden/50%.png",
                "![](50%.png); Garden/50%.png",
                "![](a%20b.png); Garden/a%20b.png",
                "![](c#1.png); Garden/c#1.png",
                "![](u\u0308.png); Garden/\u00fc.png",
                "![](\u00fc.png); Garden/u\u0308.png",
                "![[x.png]]; attachments/x.png",
                "![[attachments/x.png|200]]; attachments/x.png",
                "<img src=\"a%20b.png\">; Garden/a b.png"
            })
    void aLinkLeadsByThePathAsItIsWritten(String text, String path) {
        var other = file("other", "y.png", Optional.of("Garden/y.png"));
        var there = file("it", LinkPath.nameOf(path), Optional.of(path));
        assertThat(find(text, "Garden/Soil.md", other, there)).contains("it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](https://example.org/x.png)",
                "[a](mailto:x.png)",
                "[a](//host/x.png)",
                "[a](#x.png)",
                "![](data:image/png;base64,x.png)",
                "![](other/x.png)",
                "![](file:///x.png)",
                "![](C:\\\\x.png)",
                "![](x.pn)"
            })
    void aLinkToElsewhereLeadsToNoFile(String text) {
        assertThat(find(text, "Soil.md", file("it", "x.png", Optional.empty()))).isEmpty();
    }

    @Test
    void aFileThatWasAddedHereIsFoundByItsName() {
        assertThat(find("![](photo%201.jpg)", "", file("it", "photo 1.jpg", Optional.empty())))
                .contains("it");
        assertThat(find("![](./photo.jpg)", "Soil.md", file("it", "Photo.jpg", Optional.empty())))
                .contains("it");
    }

    @Test
    void aFileIsFoundByItsPathAfterItWasRenamedAndBeforeOneOfThatName() {
        var renamed = file("renamed", "River.png", Optional.of("Garden/x.png"));
        var added = file("added", "x.png", Optional.empty());
        assertThat(find("![](x.png)", "Garden/Soil.md", added, renamed)).contains("renamed");
        assertThat(find("![](River.png)", "Garden/Soil.md", added, renamed)).contains("renamed");
    }

    @Test
    void aTextThatIsNotWhereItWasFindsTheFileByTheEndOfItsPath() {
        var moved = file("it", "x.png", Optional.of("Vault/Garden/images/x.png"));
        assertThat(find("![](images/x.png)", "", moved)).contains("it");
        assertThat(find("![](../images/x.png)", "Elsewhere/Soil.md", moved)).contains("it");
        assertThat(find("![](mages/x.png)", "", moved)).isEmpty();
    }

    @Test
    void aPathNeverLeadsOutOfTheUppermostFolder() {
        assertThat(LinkPath.from("a/b", "../../x")).contains("x");
        assertThat(LinkPath.from("a/b", "../../../x")).isEmpty();
        assertThat(LinkPath.from("", "..")).isEmpty();
        assertThat(LinkPath.from("", "/../x")).isEmpty();
        assertThat(LinkPath.from("a", ".")).contains("a");
    }

    @Test
    void aNameOfAWikiLeadsToTheNearestOfThatName() {
        var paths = new PathsByName();
        List.of("x.png", "Garden/x.png", "Garden/deep/x.png", "Reading/x.png").forEach(paths::add);
        var found = new ArrayList<String>();
        for (var folder : List.of("", "Garden", "Garden/deep", "Reading", "Other")) {
            found.add(paths.find(folder, "X.png").orElse(""));
        }
        assertThat(found).containsExactly("x.png", "Garden/x.png", "Garden/deep/x.png", "Reading/x.png", "x.png");
        assertThat(paths.find("Other", "deep/x.png")).contains("Garden/deep/x.png");
        assertThat(paths.find("Garden", "Reading/x.png")).contains("Reading/x.png");
        assertThat(paths.find("Garden", "y.png")).isEmpty();
    }
}
