package org.renkei.acsa.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.measure.Unit;
import org.renkei.kernel.acsa.past.PastField;
import tech.units.indriya.unit.Units;

/// A unit in which somebody may state a quantity beside the units of issue. Each rests on a definition that is exact
/// (NIST Special Publication 811, appendix B): the inch is 0.0254 m, the US gallon 231 cubic inches, the barrel of
/// petroleum 42 gallons, the pound 0.45359237 kg, the short ton 2000 pounds, the mile 5280 feet.
public enum StatedUnit {
    US_GALLON(Definitions.GALLON, At.UNSAID, "US gallons", "米ガロン", "us gal", "usg", "gl"),
    US_GALLON_15C(Definitions.GALLON, At.C15, "US gallons at 15 °C", "米ガロン（15 °C）", "us gal 15c"),
    US_GALLON_60F(Definitions.GALLON, At.F60, "US gallons at 60 °F", "米ガロン（60 °F）", "us gal 60f"),
    US_BARREL(Definitions.BARREL, At.UNSAID, "barrels (42 US gallons)", "バレル（42 米ガロン）", "bbl", "barrel"),
    US_BARREL_15C(Definitions.BARREL, At.C15, "barrels at 15 °C", "バレル（15 °C）", "bbl 15c"),
    US_BARREL_60F(Definitions.BARREL, At.F60, "barrels at 60 °F", "バレル（60 °F）", "bbl 60f"),
    CUBIC_METRE(Units.CUBIC_METRE, At.UNSAID, "cubic metres", "立方メートル", "m3", "cubic metre", "kl", "キロリットル"),
    CUBIC_METRE_15C(Units.CUBIC_METRE, At.C15, "cubic metres at 15 °C", "立方メートル（15 °C）", "m3 15c", "kl 15c"),
    POUND(Definitions.POUND, At.UNSAID, "pounds", "ポンド", "lb", "lbs", "pound"),
    SHORT_TON(Definitions.SHORT_TON, At.UNSAID, "short tons", "米トン", "short ton", "stn"),
    TONNE(Units.KILOGRAM.multiply(1000), At.UNSAID, "tonnes", "トン（1,000 kg）", "tonne", "metric ton", "metric tons"),
    SHORT_TON_MILE(
            Definitions.SHORT_TON.multiply(Definitions.MILE), At.UNSAID, "short ton-miles", "米トン・マイル", "ton mile"),
    MINUTE(Units.MINUTE, At.UNSAID, "minutes", "分", "min", "minute"),
    FOOT(Definitions.FOOT, At.UNSAID, "feet", "フィート", "ft", "foot");

    /// At what temperature a volume is meant.
    enum At {
        UNSAID,
        C15,
        F60
    }

    /// Constants of an enum cannot name one another before they are there.
    private static final class Definitions {
        static final Unit<?> FOOT = Units.METRE.multiply(3048).divide(10_000);
        static final Unit<?> MILE = FOOT.multiply(5280);
        static final Unit<?> GALLON = FOOT.divide(12).pow(3).multiply(231);
        static final Unit<?> BARREL = GALLON.multiply(42);
        static final Unit<?> POUND = Units.KILOGRAM.multiply(45_359_237).divide(100_000_000);
        static final Unit<?> SHORT_TON = POUND.multiply(2000);
    }

    private final Unit<?> unit;
    private final At at;
    private final String english;
    private final String japanese;
    private final List<String> words;

    StatedUnit(Unit<?> unit, At at, String english, String japanese, String... words) {
        this.unit = unit;
        this.at = at;
        this.english = english;
        this.japanese = japanese;
        this.words = Stream.concat(Stream.of(name(), english, japanese), Arrays.stream(words))
                .map(StatedUnit::plain)
                .toList();
    }

    Unit<?> unit() {
        return unit;
    }

    At at() {
        return at;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// By its code or a usual word. A bare gallon or ton is none: there are several.
    public static Optional<StatedUnit> find(String word) {
        var plain = plain(word);
        return Arrays.stream(values()).filter(one -> one.words.contains(plain)).findFirst();
    }

    /// `US gal @ 15 °C` and `us gal 15c` are the same.
    private static String plain(String word) {
        return PastField.plain(word.replace("℃", "C").replace("℉", "F").replace("°", ""))
                .replace("at15c", "15c")
                .replace("at60f", "60f");
    }
}
