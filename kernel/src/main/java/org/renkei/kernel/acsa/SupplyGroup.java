package org.renkei.kernel.acsa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One of the federal supply groups, the first two digits of a NATO stock number (Cataloging Handbook H2; titles are
/// facts of the public domain, the Japanese ones are this project's own).
///
/// @param code two digits, from 10 to 99
public record SupplyGroup(int code, String english, String japanese) {
    private static final int DIGITS = 2;

    private static final List<SupplyGroup> ALL = List.of(
            of(10, "Weapons", "武器"),
            of(11, "Nuclear ordnance", "核兵器"),
            of(12, "Fire control equipment", "射撃統制装置"),
            of(13, "Ammunition and explosives", "弾薬・爆発物"),
            of(14, "Guided missiles", "誘導弾"),
            of(15, "Aircraft and airframe structural components", "航空機・機体構造部品"),
            of(16, "Aircraft components and accessories", "航空機部品・付属品"),
            of(17, "Aircraft launching, landing and ground handling equipment", "航空機発着・地上支援器材"),
            of(18, "Space vehicles", "宇宙機"),
            of(19, "Ships, small craft, pontoons and floating docks", "船舶・小型舟艇・浮き桟橋・浮きドック"),
            of(20, "Ship and marine equipment", "船舶用器材"),
            of(22, "Railway equipment", "鉄道器材"),
            of(23, "Ground effect vehicles, motor vehicles, trailers and cycles", "車両・トレーラー・二輪車"),
            of(24, "Tractors", "トラクター"),
            of(25, "Vehicular equipment components", "車両部品"),
            of(26, "Tires and tubes", "タイヤ・チューブ"),
            of(28, "Engines, turbines and components", "エンジン・タービン・部品"),
            of(29, "Engine accessories", "エンジン付属品"),
            of(30, "Mechanical power transmission equipment", "動力伝達装置"),
            of(31, "Bearings", "軸受"),
            of(32, "Woodworking machinery and equipment", "木工機械"),
            of(34, "Metalworking machinery", "金属加工機械"),
            of(35, "Service and trade equipment", "業務用器材"),
            of(36, "Special industry machinery", "特殊産業機械"),
            of(37, "Agricultural machinery and equipment", "農業機械"),
            of(38, "Construction, mining, excavating and highway maintenance equipment", "建設・採掘・掘削・道路維持器材"),
            of(39, "Materials handling equipment", "荷役器材"),
            of(40, "Rope, cable, chain and fittings", "ロープ・ケーブル・鎖・金具"),
            of(41, "Refrigeration, air conditioning and air circulating equipment", "冷凍・空調・送風器材"),
            of(42, "Fire fighting, rescue and safety equipment", "消防・救助・安全器材"),
            of(43, "Pumps and compressors", "ポンプ・圧縮機"),
            of(44, "Furnace, steam plant and drying equipment, nuclear reactors", "炉・蒸気設備・乾燥設備・原子炉"),
            of(45, "Plumbing, heating and waste disposal equipment", "配管・暖房・廃棄物処理設備"),
            of(46, "Water purification and sewage treatment equipment", "浄水・下水処理器材"),
            of(47, "Pipe, tubing, hose and fittings", "管・ホース・継手"),
            of(48, "Valves", "弁"),
            of(49, "Maintenance and repair shop equipment", "整備・修理工場器材"),
            of(51, "Hand tools", "手工具"),
            of(52, "Measuring tools", "計測工具"),
            of(53, "Hardware and abrasives", "金具・研磨材"),
            of(54, "Prefabricated structures and scaffolding", "組立式構造物・足場"),
            of(55, "Lumber, millwork, plywood and veneer", "木材・合板"),
            of(56, "Construction and building materials", "建設資材"),
            of(58, "Communication, detection and coherent radiation equipment", "通信・探知・コヒーレント放射器材"),
            of(59, "Electrical and electronic equipment components", "電気・電子部品"),
            of(60, "Fiber optics materials, components, assemblies and accessories", "光ファイバー材料・部品"),
            of(61, "Electric wire, and power and distribution equipment", "電線・電源・配電器材"),
            of(62, "Lighting fixtures and lamps", "照明器具・電球"),
            of(63, "Alarm, signal and security detection systems", "警報・信号・警備装置"),
            of(65, "Medical, dental and veterinary equipment and supplies", "医科・歯科・獣医用器材"),
            of(66, "Instruments and laboratory equipment", "計器・実験器材"),
            of(67, "Photographic equipment", "写真器材"),
            of(68, "Chemicals and chemical products", "化学薬品・化学製品"),
            of(69, "Training aids and devices", "訓練器材"),
            of(70, "Information technology equipment, software and supplies", "情報処理機器・ソフトウェア・用品"),
            of(71, "Furniture", "家具"),
            of(72, "Household and commercial furnishings and appliances", "備品・電気器具"),
            of(73, "Food preparation and serving equipment", "調理・配食器材"),
            of(74, "Office machines", "事務機器"),
            of(75, "Office supplies and devices", "事務用品"),
            of(76, "Books, maps and other publications", "書籍・地図・刊行物"),
            of(77, "Musical instruments, phonographs and home-type radios", "楽器・音響機器"),
            of(78, "Recreational and athletic equipment", "娯楽・運動用具"),
            of(79, "Cleaning equipment and supplies", "清掃用具・用品"),
            of(80, "Brushes, paints, sealers and adhesives", "はけ・塗料・密封材・接着剤"),
            of(81, "Containers, packaging and packing supplies", "容器・包装・梱包用品"),
            of(83, "Textiles, leather, furs, apparel findings, tents and flags", "布・革・天幕・旗"),
            of(84, "Clothing, individual equipment and insignia", "被服・個人装具・記章"),
            of(85, "Toiletries", "洗面用品"),
            of(87, "Agricultural supplies", "農業用品"),
            of(88, "Live animals", "動物"),
            of(89, "Subsistence (food)", "糧食"),
            of(91, "Fuels, lubricants, oils and waxes", "燃料・潤滑油・油脂・ろう"),
            of(93, "Nonmetallic fabricated materials", "非金属加工材料"),
            of(94, "Nonmetallic crude materials", "非金属原材料"),
            of(95, "Metal bars, sheets and shapes", "金属棒・板・形材"),
            of(96, "Ores, minerals and their primary products", "鉱石・鉱物・一次製品"),
            of(99, "Miscellaneous", "その他"));

    private static final Map<Integer, SupplyGroup> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(SupplyGroup::code, Function.identity()));

    private static SupplyGroup of(int code, String english, String japanese) {
        return new SupplyGroup(code, english, japanese);
    }

    /// In ascending order.
    public static List<SupplyGroup> all() {
        return ALL;
    }

    /// That of a stock number; empty where there is no such group.
    ///
    /// @param nsn two digits or more
    public static Optional<SupplyGroup> find(String nsn) {
        return Optional.ofNullable(BY_CODE.get(Integer.parseInt(nsn.substring(0, DIGITS))));
    }
}
