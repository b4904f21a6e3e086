package org.renkei.setup;

import java.util.Locale;

/// What a setup asks, in both languages.
record SetupText(String english, String japanese) {
    String in(Locale language) {
        return language.getLanguage().equals("ja") ? japanese : english;
    }

    static SetupText title(Step step) {
        return switch (step) {
            case NODE -> new SetupText("1 of 5: what this node is called", "1/5 ノードの名称");
            case PLACE -> new SetupText("2 of 5: where data and backups lie", "2/5 データとバックアップの場所");
            case ADDRESSES -> new SetupText("3 of 5: addresses and ports", "3/5 アドレスとポート");
            case KEYS -> new SetupText("4 of 5: the keys of this node, and the words of its card", "4/5 鍵の作成とカードの言葉");
            case PARTNER -> new SetupText("5 of 5: the first partner", "5/5 最初の相手");
        };
    }

    static SetupText question(String field) {
        return switch (field) {
            case "node" -> new SetupText("Nation and site, as JPN/ichigaya", "国と拠点（例 JPN/ichigaya）");
            case "nameEn" -> new SetupText("Name in English", "英語の名称");
            case "nameJa" -> new SetupText("Name in Japanese", "日本語の名称");
            case "exercise" -> new SetupText("Is everything here exercise? (yes/no)", "すべて訓練用ですか（yes/no）");
            case "data" -> new SetupText("Data folder", "データフォルダー");
            case "backup" ->
                new SetupText("Backup folder on another disk, empty for none", "別のディスクのバックアップフォルダー（なければ空）");
            case "apiAddress" ->
                new SetupText("Address for people; 127.0.0.1 for this machine alone", "画面のアドレス（この端末だけなら 127.0.0.1）");
            case "apiPort" -> new SetupText("Port for people", "画面のポート");
            case "tlsCertificate" ->
                new SetupText(
                        "TLS certificate file, needed unless for this machine alone", "TLS 証明書のファイル（この端末以外から使う場合）");
            case "tlsKey" -> new SetupText("Its private key file", "その秘密鍵のファイル");
            case "linkAddress" -> new SetupText("Address where partners reach this node", "相手ノードが接続するアドレス");
            case "linkPort" -> new SetupText("Port for partners", "相手用のポート");
            case "clearance" -> new SetupText("Highest classification that may go there", "相手に渡してよい最高の秘密区分");
            case "caveats" -> new SetupText("Caveats it is briefed on, with commas", "相手に認める注意事項（コンマ区切り）");
            case "purposes" -> new SetupText("Purposes open to it, with commas", "相手に認める目的（コンマ区切り）");
            default -> new SetupText(field, field);
        };
    }

    /// The same of a site of the own nation, which has a clearance of its own.
    static SetupText questionOfSite(String field) {
        return switch (field) {
            case "clearance" ->
                new SetupText(
                        "Clearance of the site: the highest classification it may hold", "拠点の取扱資格（保有してよい最高の秘密区分）");
            case "caveats" -> new SetupText("Caveats the site is briefed on, with commas", "拠点に認める注意事項（コンマ区切り）");
            case "purposes" -> new SetupText("Purposes open to the site, with commas", "拠点に認める目的（コンマ区切り）");
            default -> question(field);
        };
    }

    /// What is said before those are asked.
    static SetupText ofSite(String site) {
        return new SetupText(
                site
                        + " is a site of your own nation: it needs no agreement and no REL TO. What is national goes there,"
                        + " EYES ONLY too, up to its own clearance.",
                site + " は自国の拠点です。協定や REL TO は不要で、EYES ONLY を含む自国の情報が、その拠点の取扱資格まで渡ります。");
    }
}
