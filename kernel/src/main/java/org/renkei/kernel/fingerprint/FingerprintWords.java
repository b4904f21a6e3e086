package org.renkei.kernel.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A fingerprint as words to be read out by telephone: one for each of its first sixteen bytes, so 128 bits. To
/// make another card with the same words somebody would have to try about 2^128 cards.
///
/// The lists are fixed for ever: both sides must say the same. English words differ in at least three letters,
/// Japanese ones, written in hiragana with three or four morae, in at least two kana after voicing and long
/// vowels are left out.
public record FingerprintWords(List<String> english, List<String> japanese) {
    /// How many bytes are told in words, and so how many words there are.
    public static final int BYTES = 16;

    /// Words are read out and compared in groups of so many.
    public static final int GROUP = 4;

    private static final List<String> ENGLISH = list("""
            abacus acorn almond alphabet amber anchor antler apple
            apricot apron artist aspen atlas autumn avocado badger
            bagpipe bakery balcony bamboo banana banjo barley basil
            basket beacon beaver beehive bicycle biscuit blossom bluebell
            bonfire bottle boulder bracelet branch brick bridge broom
            buffalo button cabin cactus camera candle canyon caravan
            carpet cartoon cedar cello cherry chestnut cinema cinnamon
            citrus clover cobweb coconut coffee comet compass copper
            coral cricket crocus crystal cucumber cupboard curtain cushion
            cypress dahlia daisy diamond diary dolphin domino donkey
            doorbell dragon drummer eagle earring echo eclipse elbow
            emerald engine envelope estuary factory feather festival fiddle
            firefly flagpole flamingo flute forest fountain galaxy garden
            garlic gazelle geyser giraffe glacier goldfish gondola granite
            grape grocery guitar harbor harvest hazel hedgehog helmet
            horizon hyacinth hydrogen iceberg igloo iguana inkwell insect
            island ivory jaguar jasmine jigsaw journey jubilee jungle
            juniper kangaroo kayak ketchup kimono kingdom kitchen kiwi
            koala lagoon lantern lavender lemon leopard lettuce library
            lizard lobster lotus magnet marble marigold meadow mirror
            mitten monsoon museum mushroom napkin nectar needle nickel
            notebook nutmeg ocean octopus olive onion orange orbit
            orchid ostrich otter oxygen palace panda papaya parrot
            passport peacock peanut pebble pelican pencil penguin piano
            pigeon pillow plum pocket pony potato pumpkin puzzle
            pyramid quartz quilt rabbit raccoon radio railway rainbow
            rhubarb ribbon river rosemary saffron sailor sapphire scissors
            seagull seaweed sequoia shovel skylark snorkel sofa spinach
            sponge stadium sundial swallow sweater tablet teacup teapot
            thimble thunder toast tornado tractor traffic trellis trumpet
            tulip tunnel turtle unicorn vanilla village violin volcano
            waffle walnut weasel whistle window wool yogurt zebra
            """);

    private static final List<String> JAPANESE = list("""
            あおぞら あさがお あさひ あしあと あじさい あずき あひる あまぐも
            あめんぼ あられ あんず いかだ いちご いなほ いのしし いるか
            いわし うぐいす うさぎ うずら うちわ うめぼし えだまめ えのき
            えびす えんがわ えんぴつ おおかみ おでん おにぎり おはぎ おもちゃ
            おんがく かいがら かえる かかし かきのき かすみ かなづち かばん
            かぶと かぼちゃ かまくら かみなり かめら からす かわせみ かんづめ
            きいろ きくらげ きつつき きつね きなこ きぬいと きゃべつ きゅうり
            きりかぶ きりん きんぎょ くじゃく くすのき くちぶえ くつした くるみ
            くろまめ くわがた くわのみ けむし けやき けんだま げんかん こうえん
            こおろぎ こけし こたつ ことり こねこ こぶね こよみ こんぶ
            ごぼう さいころ さかな さくら さざなみ さつま さとう さばく
            さぼてん しいたけ しおかぜ しじみ しまうま しゃくやく しゃぼん しらかば
            しろくま しんごう すいか すいせん すごろく すずめ すだれ すなはま
            すもも せっけん せんべい そうじき そよかぜ そらいろ そらまめ そろばん
            たいこ たけうま たけのこ たこやき たたみ たちばな たぬき たまねぎ
            たんぽぽ ちくわ ちゃわん ちょうちん ちりとり つきみ つくえ つつじ
            つばめ つみき つらら つりばし てっぺん てぶくろ てまり てんとう
            とうだい とうふ とかげ とびうお とびばこ とまと とりかご とんぼ
            どらやき どんぐり ながぐつ なずな なつめ なでしこ ななくさ なのはな
            なべぶた なみうち なると なわとび にがうり にじいろ にわとり にんじん
            ぬいもの ぬりえ ねむのき のこぎり のりまき のれん はいいろ はがき
            はくさい はくちょう はごろも はしご はすのは はちみつ はなび はまぐり
            はやぶさ はらっぱ ひいらぎ ひかり ひぐらし ひなた ひまわり ひょうたん
            ひよこ ふうせん ふじさん ふすま ふでばこ ふなのり ふろしき ぶらんこ
            へちま ほうき ほしがき ほしぞら ほたる まきば まぐろ まつかさ
            まつたけ まつり まないた まめまき まりも みかづき みかん みこし
            みぞれ みちしお みつばち みなと みのむし みみずく むぎわら むくどり
            むささび むらさき めがね めだか めろん もくせい もなか もみじ
            もめん ももいろ やきいも やぐるま やさい やどかり やなぎ やまびこ
            やまぶき やもり ゆうひ ゆきげ よあけ よこぶえ よつば よもぎ
            らくだ らっこ りぼん りょくちゃ るりいろ れいぞう れもん れんげ
            れんこん ろうか ろうそく ろけっと わかさぎ わかめ わらび わらぶき
            """);

    public FingerprintWords {
        english = List.copyOf(english);
        japanese = List.copyOf(japanese);
    }

    /// @param fingerprint a SHA-256 hash, or more than sixteen bytes of another one
    public static FingerprintWords of(byte[] fingerprint) {
        if (fingerprint.length < BYTES) {
            throw new IllegalArgumentException("a fingerprint has at least " + BYTES + " bytes");
        }
        var english = new ArrayList<String>(BYTES);
        var japanese = new ArrayList<String>(BYTES);
        for (var i = 0; i < BYTES; i++) {
            english.add(ENGLISH.get(fingerprint[i] & 0xff));
            japanese.add(JAPANESE.get(fingerprint[i] & 0xff));
        }
        return new FingerprintWords(english, japanese);
    }

    /// The word for each byte, in order.
    public static List<String> all(Locale language) {
        return isJapanese(language) ? JAPANESE : ENGLISH;
    }

    public List<String> in(Locale language) {
        return isJapanese(language) ? japanese : english;
    }

    /// Four lines, each with its number and four words.
    public String text(Locale language) {
        var words = in(language);
        var lines = new StringBuilder();
        for (var i = 0; i < BYTES; i += GROUP) {
            lines.append(i / GROUP + 1)
                    .append("  ")
                    .append(String.join(isJapanese(language) ? "　" : "  ", words.subList(i, i + GROUP)))
                    .append('\n');
        }
        return lines.toString();
    }

    private static boolean isJapanese(Locale language) {
        return language.getLanguage().equals("ja");
    }

    private static List<String> list(String text) {
        return List.of(text.split("\\s+"));
    }
}
