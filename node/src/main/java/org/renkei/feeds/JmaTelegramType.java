package org.renkei.feeds;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of JMA telegrams that are read: earthquakes, tsunamis, warnings of the weather. A telegram
/// does not carry
/// its code; the title of its
/// control part stands for it.
///
/// Warnings of weather, forecasts of strong motion and tsunami warnings speak to people and become alerts;
/// what was
/// observed
/// becomes a hazard.
enum JmaTelegramType {
    VXSE42("緊急地震速報配信テスト", "Earthquake early warning, distribution test", true, "earthquake"),
    VXSE43("緊急地震速報（警報）", "Earthquake early warning", true, "earthquake"),
    VXSE44("緊急地震速報（予報）", "Earthquake early warning (forecast)", true, "earthquake"),
    VXSE45("緊急地震速報（地震動予報）", "Earthquake early warning (ground motion forecast)", true, "earthquake"),
    VXSE51("震度速報", "Seismic intensity report", false, "earthquake"),
    VXSE52("震源に関する情報", "Hypocenter information", false, "earthquake"),
    VXSE53("震源・震度に関する情報", "Hypocenter and intensity information", false, "earthquake"),
    VXSE56("地震の活動状況等に関する情報", "Seismic activity information", false, "earthquake"),
    VXSE60("地震回数に関する情報", "Number of earthquakes", false, "earthquake"),
    VXSE61("顕著な地震の震源要素更新のお知らせ", "Update of hypocenter", false, "earthquake"),
    VXSE62("長周期地震動に関する観測情報", "Long-period ground motion observed", false, "earthquake"),
    VTSE41("津波警報・注意報・予報a", "Tsunami warning, advisory or forecast", true, "tsunami"),
    VTSE51("津波情報a", "Tsunami information", false, "tsunami"),
    VTSE52("沖合の津波観測に関する情報", "Tsunami observed offshore", false, "tsunami"),
    VPWW53("気象特別警報・警報・注意報", "Weather warnings and advisories", true, "storm"),
    VPWW54("気象警報・注意報（Ｈ２７）", "Weather warnings and advisories by municipality", true, "storm"),
    VPOA50("記録的短時間大雨情報", "Record rain within a short time", true, "storm"),
    VPHW50("竜巻注意情報", "Tornado advisory", true, "storm"),
    VPHW51("竜巻注意情報（目撃情報付き）", "Tornado advisory with sighting", true, "storm"),
    VXWW50("土砂災害警戒情報", "Landslide warning", true, "landslide");

    private final String title;
    private final String en;
    private final boolean alert;
    private final String hazardType;

    JmaTelegramType(String title, String en, boolean alert, String hazardType) {
        this.title = title;
        this.en = en;
        this.alert = alert;
        this.hazardType = hazardType;
    }

    static Optional<JmaTelegramType> of(String controlTitle) {
        String narrow = FeedValues.narrow(controlTitle);
        return Arrays.stream(values())
                .filter(type -> FeedValues.narrow(type.title).equals(narrow))
                .findFirst();
    }

    String title() {
        return title;
    }

    String en() {
        return en;
    }

    boolean isAlert() {
        return alert;
    }

    boolean isWeather() {
        return name().startsWith("VP") || this == VXWW50;
    }

    String hazardType() {
        return hazardType;
    }
}
