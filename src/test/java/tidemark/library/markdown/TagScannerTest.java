package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The tags in texts.
final class TagScannerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#bad #cafe #facade #decade #add #fed #beef | bad cafe facade decade add fed beef",
                "了 #园艺，还有 #读书。最后 #阅读/小说 和 #计划！ | 园艺 读书 阅读/小说 计划",
                "#日本、#「no」 #한국어 #ελληνικά; #مهم، | 日本 한국어 ελληνικά مهم",
                "#🌱 #📅/🌍 #👩‍👩‍👧 #❤️ #👍🏽x | 🌱 📅/🌍 👩‍👩‍👧 ❤️ 👍🏽x",
                "#a/b/c #a/ #a_b-c #_x | a/b/c a a_b-c _x",
                "#y1984 #2024/notes #3d #e2e #2fa | y1984 2024/notes 3d e2e 2fa",
                "#tag's #tag. #tag) #tag: #tag* | tag tag tag tag tag",
                "#C++ and #x=1 | C x",
                "# Heading #inside | inside",
                "- [ ] #todo | todo",
                "> #quoted | quoted",
                "**#bold** text | bold"
            })
    void whatIsATagThere(String text, String tags) {
        assertThat(String.join(" ", TagScanner.tags(text))).isEqualTo(tags);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#123 #1984 #2024/01 #12-13",
                "`#include` and ``#b``",
                "```c\n#include <stdio.h>\n```",
                "~~~\n#x\n~~~",
                "text\n\n    #indented",
                "# Heading",
                "## Two ##",
                "a#b http://x.y/#part <http://x.y/#z> [#t](#part) ![#p](x)",
                "[[Page#Heading]] [[#Heading]] (#9)",
                "\\#escaped",
                "<div>\n#html\n</div>",
                "<!-- #comment -->",
                "color: #fff; background-color:#bad; border = #add",
                "colour #eee and #a0b1c2 and #1e1e1eff",
                "#fed; #",
                "#- #/ #!x #{x}"
            })
    void whatIsNone(String text) {
        assertThat(TagScanner.tags(text)).isEmpty();
    }

    @Test
    void tagsOfSeveralWordsAreClosedByAHash() {
        assertThat(TagScanner.tags("#two words# and #all three words#."))
                .containsExactly("two words", "all three words");
        assertThat(TagScanner.tags("#读书# #one#")).containsExactly("读书", "one");
        assertThat(TagScanner.tags("#one and #two")).containsExactly("one", "two");
        assertThat(TagScanner.tags("#music and C#")).containsExactly("music");
        assertThat(TagScanner.tags("#one\nline# two")).containsExactly("one");
    }

    @Test
    void aTextOfHashesTakesNoTime() {
        assertThat(TagScanner.tags("#a ".repeat(100_000))).hasSize(100_000);
        assertThat(TagScanner.tags("#" + "a".repeat(500_000))).isEqualTo(List.of());
        assertThat(TagScanner.tags("#a b".repeat(100_000))).hasSize(1);
    }
}
