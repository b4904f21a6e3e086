package org.renkei.feeds;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of JMA telegrams about earthquakes and tsunamis. A telegram does not carry its code; the title of its
/// control part stands for it.
///
/// Warnings, forecasts of strong motion and tsunami warnings speak to people and become alerts; what was observed
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
    VTSE52("沖合の津波観測に関する情報", "Tsunami observed offshore", false, "tsunami");

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

    String hazardType() {
        return hazardType;
    }
}
