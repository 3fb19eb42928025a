package tidemark.library.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The folding that index, query and highlighting share.
final class FoldingTest {
    /// Letters of many scripts, among them those whose case or form is special.
    private static final List<String> ALPHABETS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "éàöüñçåßẞﬁﬂǆſıİłøæœđñőžĲŉ",
            "αβγδεζηθικλμνξοπρστυφχψωςάΐΰϊᾳᾴᾼῷ",
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїўґђѓќ",
            "אבגדהוזחטיכלמנסעפצקרשתםןףץ",
            "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئءة",
            "अआइईकखगघचजटडणतदनपबमयरलवशसहकाकिकीकुक्क़ड़",
            "กขคงจชซญดตถทนบปผพฟภมยรลวศสหอกิกีก่ก้กาเแโ",
            "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾևﬓ",
            "აბგდევზთიკლმნ");

    private static final List<String> UNSPACED =
            List.of("一二三人河流水质调查报告日本語漢字東京", "かがきぎくぐはばぱをんーっゃ", "カガキギハバパヲンーッャ", "가각간갇갈한국어문장강물조사");

    private static final List<UnaryOperator<String>> FORMS = List.of(
            word -> word,
            word -> Normalizer.normalize(word, Form.NFC),
            word -> Normalizer.normalize(word, Form.NFD),
            word -> Normalizer.normalize(word, Form.NFKC),
            word -> Normalizer.normalize(word, Form.NFKD),
            word -> word.toUpperCase(Locale.ROOT),
            word -> word.toLowerCase(Locale.ROOT),
            word -> word.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT),
            word -> Normalizer.normalize(word.toUpperCase(Locale.ROOT), Form.NFD),
            FoldingTest::wide);

    /// ASCII letters in full width.
    private static String wide(String word) {
        var wide = new StringBuilder();
        word.chars().forEach(letter -> wide.append((char) (letter > ' ' && letter < 0x7F ? letter + 0xFEE0 : letter)));
        return wide.toString();
    }

    private static String word(Random random, String alphabet) {
        var word = new StringBuilder();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        var isMark = Letters.isMark(word.codePointAt(0));
        return isMark ? alphabet.charAt(0) + word.toString() : word.toString();
    }

    @Test
    void aWordInAnyFormIsFoundByAnyOtherAndItsMarkCoversExactlyThatWord() {
        var random = new Random(20);
        for (int i = 0; i < 20_000; i++) {
            var word = word(random, ALPHABETS.get(random.nextInt(ALPHABETS.size())));
            var written = FORMS.get(random.nextInt(FORMS.size())).apply(word);
            var typed = FORMS.get(random.nextInt(FORMS.size())).apply(word);

            assertThat(marked("1. " + written + ", 22 —", typed))
                    .as("%s typed %s", written, typed)
                    .containsExactly(written);
        }
    }

    @Test
    void aWordInsideARunOfAScriptWithoutSpacesIsFoundInAnyForm() {
        var random = new Random(21);
        for (int i = 0; i < 10_000; i++) {
            int script = random.nextInt(UNSPACED.size());
            var word = word(random, UNSPACED.get(script));
            var around = UNSPACED.get(script == 0 ? 3 : 0);
            var form = FORMS.get(random.nextInt(5));
            var written = form.apply(word);

            assertThat(marked(
                            word(random, around) + written + word(random, around),
                            FORMS.get(random.nextInt(5)).apply(word)))
                    .as(written)
                    .containsExactly(written);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "é, e",
        "Ё, е",
        "Straße, STRASSE",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδος",
        "οδός, ΟΔΟΣ",
        "ISPARTA, ısparta",
        "İzmir, izmir",
        "Łódź, lodz",
        "Ærø, aero",
        "كِتَاب, كتاب",
        "كتـــاب, كتاب",
        "أحمد, احمد",
        "שָׁלוֹם, שלום",
        "２０２６, 2026",
        "٢٠٢٦, 2026",
        "ｶﾞｲﾄﾞ, ガイド",
        "Ｃ＋＋, c++",
        "ﬁeld, FIELD",
        "Zu\u00ADcker, zucker",
        "❤️, ❤",
        "1️⃣, 1",
        "K, k",
        "µ, μ",
        "x², x2"
    })
    void theseAreTheSame(String one, String other) {
        assertThat(Folding.of(one).tokens()).isEqualTo(Folding.of(other).tokens());
    }

    @ParameterizedTest
    @CsvSource({
        "мой, мои",
        "їжа, іжа",
        "が, か",
        "ぱ, は",
        "कि, की",
        "क, क़",
        "กา, ก่า",
        "C++, C",
        "C#, C",
        ".NET, NET",
        "👍🏽, 👍",
        "🇩🇪, 🇪🇸",
        "ס, ם",
        "বই, বউ"
    })
    void theseAreNot(String one, String other) {
        assertThat(Folding.of(one).tokens()).isNotEqualTo(Folding.of(other).tokens());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C++",
                "C#",
                "F#",
                ".NET",
                "€",
                "→",
                "👍",
                "👍🏽",
                "👨‍👩‍👧",
                "🇩🇪",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "🫩",
                "½",
                "™",
                "®"
            })
    void symbolsAreFound(String symbol) {
        assertThat(marked("Learn " + symbol + ", soon", symbol)).containsExactly(symbol);
        assertThat(marked("Learn C, NET, 7", symbol)).isEmpty();
    }

    @Test
    void flagsAreTakenInPairs() {
        assertThat(marked("🇦🇩🇪🇸", "🇩🇪")).isEmpty();
        assertThat(marked("🇦🇩🇪🇸", "🇪🇸")).containsExactly("🇪🇸");
    }

    @Test
    void aMarkCoversWholeCharactersOfTheTextAsItIsWritten() {
        assertThat(marked("Zu\u0308rich", "zur")).containsExactly("Zu\u0308r");
        assertThat(marked("ein ﬁlm", "f")).containsExactly("ﬁ");
        assertThat(marked("Straße", "strass")).containsExactly("Straß");
        assertThat(marked("x 한국어 y".replace("한국어", Normalizer.normalize("한국어", Form.NFD)), "한국"))
                .containsExactly(Normalizer.normalize("한국", Form.NFD));
    }

    @Test
    void marksOfMarkdownDoNotCountAndPunctuationSeparatesWords() {
        assertThat(Folding.of("`**a**~b~|c|` <d> == e-f_g").tokens()).isEqualTo("a\nb\nc\nd\ne\nf\ng");
        assertThat(Folding.of("## A # heading ##").tokens()).isEqualTo("a\nheading");
    }

    @Test
    void everyCharacterIsFoldedOnceAndForAll() {
        var odd = new ArrayList<String>();
        for (int point = 0; point < 0x20000; point++) {
            if (Character.isDefined(point) && Character.getType(point) != Character.SURROGATE) {
                var once = Letters.folded(Character.toString(point));
                if (!Letters.folded(once).equals(once)) {
                    odd.add(Integer.toHexString(point));
                }
            }
        }
        assertThat(odd).isEmpty();
    }

    @Test
    void onlyTokensAndTheirSeparatorsAreLeftOfAsciiCharacters() {
        for (char character = 0; character < 0x80; character++) {
            assertThat(Folding.of("a" + character + "b" + character).tokens()).matches("[a-z0-9+$#. \\n]*");
        }
    }

    @Test
    void aHeapOfMarksIsFoldedInNoTime() {
        var heap = "a" + "\u0301\u0323".repeat(200_000);
        assertThat(Folding.of(heap).tokens()).isEqualTo("a");
    }

    private static List<String> marked(String text, String typed) {
        var phrases = Folding.of(typed).phrases();
        assertThat(phrases).isNotEmpty();
        var folded = Folding.of(text);
        var ranges = folded.ranges(phrases);
        assertThat(folded.contains(phrases)).isEqualTo(!ranges.isEmpty());
        return ranges.stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }
}
