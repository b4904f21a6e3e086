package org.renkei.setup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.NodeCard;

/// Looks at the answers to one step and says of each what to do about it.
final class AnswerCheck {
    private static final int MAX_NAME = 100;

    private final Path config;
    private final List<Mistake> mistakes = new ArrayList<>();

    AnswerCheck(Path config) {
        this.config = config;
    }

    /// @param node what this node is called, once that was answered
    synchronized List<Mistake> of(Step step, Map<String, String> values, String node) {
        mistakes.clear();
        switch (step) {
            case NODE -> node(values);
            case PLACE -> place(values);
            case ADDRESSES -> addresses(values);
            case KEYS -> {}
            case PARTNER -> partner(values, node);
        }
        return List.copyOf(mistakes);
    }

    private void node(Map<String, String> values) {
        try {
            NodeId.parse(values.getOrDefault("node", ""));
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(
                    "node",
                    "write the nation in capitals, a slash, and the site in small letters: JPN/ichigaya",
                    "国名（大文字）、斜線、拠点（小文字）の順に入力してください。例: JPN/ichigaya"));
        }
        for (var field : List.of("nameEn", "nameJa")) {
            var name = values.getOrDefault(field, "");
            if (name.isEmpty() || name.length() > MAX_NAME) {
                mistakes.add(new Mistake(
                        field,
                        "write what people and partners are to read, up to " + MAX_NAME + " characters",
                        "表示する名称を " + MAX_NAME + " 字以内で入力してください"));
            }
        }
    }

    private void place(Map<String, String> values) {
        var data = folder("data", values.getOrDefault("data", ""));
        var backup = values.getOrDefault("backup", "");
        if (!backup.isEmpty()) {
            var other = folder("backup", backup);
            if (data != null && other != null && other.startsWith(data)) {
                mistakes.add(new Mistake(
                        "backup",
                        "this lies in the data folder, which it is to outlive: choose a folder on another disk",
                        "データフォルダーの中です。別のディスクのフォルダーを選んでください"));
            }
        }
    }

    private @Nullable Path folder(String field, String text) {
        try {
            var folder = config.resolveSibling(text).normalize();
            Files.createDirectories(folder);
            if (!text.isEmpty() && Files.isWritable(folder)) {
                return folder;
            }
        } catch (IOException | InvalidPathException e) {
            // Said below, in words that help.
        }
        mistakes.add(new Mistake(
                field,
                "nothing can be written there: name a folder that this account may write to",
                "書き込めません。このアカウントが書き込めるフォルダーを指定してください"));
        return null;
    }

    private void addresses(Map<String, String> values) {
        var api = address("apiAddress", values.getOrDefault("apiAddress", ""));
        var link = address("linkAddress", values.getOrDefault("linkAddress", ""));
        port("apiPort", api, values.getOrDefault("apiPort", ""));
        port("linkPort", link, values.getOrDefault("linkPort", ""));
        if (values.getOrDefault("apiPort", "").equals(values.getOrDefault("linkPort", ""))) {
            mistakes.add(
                    new Mistake("linkPort", "people and partners need two different ports", "画面用と相手用には別のポートが必要です"));
        }
        var certificate = values.getOrDefault("tlsCertificate", "");
        if (api != null && !api.isLoopbackAddress() && certificate.isEmpty()) {
            mistakes.add(new Mistake(
                    "tlsCertificate",
                    "others can reach that address, so a certificate and its key (PEM) are needed; or take 127.0.0.1",
                    "他の端末から届くアドレスには証明書と秘密鍵（PEM）が必要です。または 127.0.0.1 にしてください"));
        }
        for (var field : List.of("tlsCertificate", "tlsKey")) {
            var file = values.getOrDefault(field, "");
            if ((!certificate.isEmpty() || !file.isEmpty()) && !Files.isReadable(config.resolveSibling(file))) {
                mistakes.add(new Mistake(field, "there is no readable file of that name", "読み取れるファイルがありません"));
            }
        }
    }

    private @Nullable InetAddress address(String field, String text) {
        try {
            if (!text.isEmpty()) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) {
            // Said below, in words that help.
        }
        mistakes.add(new Mistake(
                field,
                "this is no address of this machine: take 127.0.0.1 for this machine alone",
                "この端末のアドレスではありません。この端末だけで使うなら 127.0.0.1 です"));
        return null;
    }

    private void port(String field, @Nullable InetAddress address, String text) {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65_535) {
            mistakes.add(new Mistake(field, "a port is a number from 1 to 65535", "ポートは 1〜65535 の数です"));
        } else if (address != null) {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address, Integer.parseInt(text)));
            } catch (IOException e) {
                mistakes.add(new Mistake(
                        field,
                        "something else uses this port, or this account may not: choose another, or stop the other",
                        "このポートは使用中か、使う権限がありません。別のポートにするか、使用中のものを止めてください"));
            }
        }
    }

    private void partner(Map<String, String> values, String node) {
        var text = values.getOrDefault("card", "");
        if (text.isEmpty()) {
            return;
        }
        try {
            var card = NodeCard.parse(text);
            if (card.node().toString().equals(node)) {
                mistakes.add(new Mistake(
                        "card",
                        "this is the card of this node itself: take the partner's",
                        "当ノード自身のカードです。相手のカードを指定してください"));
            } else if (!card.hasFingerprint(values.getOrDefault("fingerprint", ""))) {
                mistakes.add(new Mistake(
                        "fingerprint",
                        "compare the words by telephone first, and confirm that they are the same",
                        "先に電話で言葉を照合し、一致を確認してください"));
            }
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(
                    "card",
                    "this is no node card that can be relied on; ask the partner for the file again",
                    "ノードカードとして読み取れません。相手からもう一度受け取ってください"));
        }
        try {
            Classification.parse(values.getOrDefault("clearance", ""));
        } catch (LabelException e) {
            mistakes.add(new Mistake(
                    "clearance",
                    "the highest classification that may go there: UNCLASSIFIED, RESTRICTED, CONFIDENTIAL, SECRET or TOP SECRET",
                    "相手に渡してよい最高の秘密区分です: UNCLASSIFIED・RESTRICTED・CONFIDENTIAL・SECRET・TOP SECRET"));
        }
    }
}
