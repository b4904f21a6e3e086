package org.renkei.kernel.cases;

/// The situation as one nation sees it. The words are those of the Guidelines for Japan-U.S. Defense
/// Cooperation (27 April 2015, chapters IV to VI) and of Japan's legislation for peace and security (Acts 76
/// and 77 of 2015).
public enum Phase implements Coded {
    PEACETIME("peacetime", "平時"),
    GREY_ZONE("grey zone", "グレーゾーン事態"),
    IMPORTANT_INFLUENCE("situation of important influence", "重要影響事態"),
    ANTICIPATED_ATTACK("anticipated armed attack", "武力攻撃予測事態"),
    ARMED_ATTACK("armed attack", "武力攻撃事態"),
    SURVIVAL_THREATENING("attack on another country, survival-threatening", "存立危機事態"),
    DISASTER("large-scale disaster", "大規模災害"),
    COOPERATION("international cooperation", "国際協力");

    private final String english;
    private final String japanese;

    Phase(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }
}
