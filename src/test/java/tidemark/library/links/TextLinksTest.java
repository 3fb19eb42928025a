package tidemark.library.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.library.links.TextLink.Form;
import tidemark.library.links.TextLink.Show;

/// The links in texts, and where they stand there.
final class TextLinksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "![a](x.png)",
                "![](x.png)",
                "words ![a *b* `c]` d](x.png \"title\") more",
                "![a](<x.png>)",
                "![a](  <x.png>  'title')",
                "[words](x.png)",
                "[words](\nx.png)",
                "> quoted\n> ![a](x.png)\n> more",
                "- item\n\n  ![a](x.png)",
                "# Heading ![a](x.png)",
                "[label]: x.png",
                "[a\\]b]: <x.png> \"title\"",
                "> [label]:\n> x.png",
                "![[x.png]]",
                "![[x.png|300]]",
                "| a |\n|---|\n| ![[x.png\\|300]] |",
                "[[x.png#page=2|words]]",
                "cover: \"[[x.png]]\"",
                "<img alt=\"a\" src=\"x.png\">",
                "words <img src='x.png'> words",
                "<a href=x.png>words</a>",
                "`code` ![a](x.png) `![b](y.png)`",
                "```\n![[y.png]]\n```\n![[x.png]]",
                "    ![b](y.png)\n\n![[x.png]]",
                "`![[y.png]]` [[x.png]]",
                "<!-- <img src=\"y.png\"> -->\n\n![a](x.png)"
            })
    void oneLinkIsFoundWhereItStands(String text) {
        var links = TextLinks.in(text);
        assertThat(links).hasSize(1);
        assertThat(links.getFirst().target()).isEqualTo("x.png");
        assertThat(links.getFirst().written(text)).isEqualTo("x.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "`[a](x.png)`",
                "\\[a](x.png)",
                "\\[\\[x.png]]",
                "```\n[a](x.png)\n```",
                "[a] (x.png)",
                "<p data-src=\"x.png\">",
                "[[]]",
                "![[\n]]"
            })
    void whatIsNoLinkIsNone(String text) {
        assertThat(TextLinks.in(text)).isEmpty();
    }

    @Test
    void aTargetIsWithoutEscapesAndItsPlaceIsWithThem() {
        var text = "![a](x\\(1\\)&amp;.png) and <img src=\"a&amp;b.png\"> and ![b](a(b)c.png)";
        var links = TextLinks.in(text);
        assertThat(links).extracting(TextLink::target).containsExactly("x(1)&.png", "a&b.png", "a(b)c.png");
        assertThat(links)
                .extracting(link -> link.written(text))
                .containsExactly("x\\(1\\)&amp;.png", "a&amp;b.png", "a(b)c.png");
    }

    @Test
    void aPictureInsideALinkIsALinkOfItsOwn() {
        var links = TextLinks.in("[![a](small.png)](large.png) [again][ref] ![pic][ref]\n\n[ref]: other.png\n");
        assertThat(links).extracting(TextLink::target).containsExactly("small.png", "large.png", "other.png");
        assertThat(links)
                .extracting(TextLink::show)
                .containsExactly(Show.IN_TEXT, Show.BEHIND_CLICK, Show.BEHIND_CLICK);
        assertThat(TextLinks.in("![[a.png]] ![](b.png) <img src=c.png>"))
                .extracting(TextLink::form)
                .containsExactly(Form.WIKI, Form.MARKDOWN, Form.HTML);
    }

    @Test
    void lineEndsOfAnySystemLeaveThePlacesRight() {
        var text = "one\r\n\r\n![a](x.png)\r\ntwo\r![b](y.png)\rthree \u0000 ![c](z.png)";
        assertThat(TextLinks.in(text))
                .hasSize(3)
                .allMatch(link -> link.written(text).equals(link.target()));
    }

    @Test
    void textsMadeToHurtAParserAreRead() {
        assertThat(TextLinks.in("![[".repeat(50_000))).isEmpty();
        assertThat(TextLinks.in("![a](".repeat(50_000))).isEmpty();
        assertThat(TextLinks.in("[a]: ".repeat(50_000))).hasSizeLessThan(2);
        assertThat(TextLinks.in("<img src ".repeat(50_000))).isEmpty();
        assertThat(TextLinks.in("![](x.png) ".repeat(20_000))).hasSize(20_000);
    }
}
