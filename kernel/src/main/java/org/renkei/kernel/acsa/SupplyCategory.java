package org.renkei.kernel.acsa;

/// What can be supplied: Japan's list of the 2016 agreement and that of 10 U.S.C. 2350(1), as two tables that are
/// mapped
/// onto each other row by row. Where one list lacks a row, it is empty there: water is named by Japan alone.
public enum SupplyCategory {
    FOOD(true, "food", "食料", "food"),
    WATER(true, "water", "水", ""),
    BILLETING(false, "billeting", "宿泊", "billeting"),
    TRANSPORTATION(false, "transportation (including airlift)", "輸送（空輸を含む）", "transportation (including airlift)"),
    FUEL(true, "fuel, oils and lubricants", "燃料・油脂・潤滑油", "petroleum, oils, lubricants"),
    CLOTHING(true, "clothing", "被服", "clothing"),
    COMMUNICATIONS(false, "communications", "通信業務", "communications services"),
    MEDICAL(false, "medical services", "衛生業務", "medical services"),
    BASE_SUPPORT(false, "base activity support", "基地活動支援", "base operations support"),
    STORAGE(false, "storage", "保管業務", "storage services"),
    FACILITIES(false, "use of facilities", "施設の利用", "use of facilities"),
    TRAINING(false, "training", "訓練業務", "training services"),
    SPARE_PARTS(true, "spare parts and components", "部品・構成品", "spare parts and components"),
    REPAIR(
            false,
            "repair and maintenance (including calibration)",
            "修理・整備業務（校正を含む）",
            "repair and maintenance services"),
    CALIBRATION(false, "", "", "calibration services"),
    PORT(false, "airport and seaport services", "空港・港湾業務", "port services"),
    VEHICLES(false, "", "", "temporary use of general-purpose vehicles"),
    AMMUNITION(true, "ammunition", "弾薬", "ammunition");

    private final boolean goods;
    private final String japanEnglish;
    private final String japanJapanese;
    private final String us;

    SupplyCategory(boolean goods, String japanEnglish, String japanJapanese, String us) {
        this.goods = goods;
        this.japanEnglish = japanEnglish;
        this.japanJapanese = japanJapanese;
        this.us = us;
    }

    /// Goods can be returned, services cannot.
    public boolean isGoods() {
        return goods;
    }

    /// In Japan's list, in English and Japanese; empty where it has no such row.
    public String japanEnglish() {
        return japanEnglish;
    }

    public String japanJapanese() {
        return japanJapanese;
    }

    /// In the words of 10 U.S.C. 2350(1); empty where it does not name it.
    public String us() {
        return us;
    }

    /// For a text in Japanese, whichever list names it.
    public String japanese() {
        return japanJapanese.isEmpty() ? code() : japanJapanese;
    }

    public String code() {
        return Codes.code(this);
    }
}
