package org.renkei.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.fingerprint.FingerprintWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `renkei keys` does at a running node.
final class KeyCommands {
    private static final String PATH = "/api/v1/keys";

    private KeyCommands() {}

    /// What they have in common.
    abstract static class AtKeys extends AtNode {
        abstract JsonNode ask(AskingClient client) throws IOException;

        @Override
        void run(AskingClient client, PrintWriter out) throws IOException {
            tell(ask(client), out);
        }

        private void tell(JsonNode keys, PrintWriter out) {
            var japanese = locale().getLanguage().equals("ja");
            var own = keys.path("own");
            out.printf(
                    "%s  %s %s%n",
                    card(own.path("card")),
                    japanese ? "作成" : "made",
                    own.path("made").asString(""));
            if (own.path("overdue").asBoolean(false)) {
                out.println(
                        japanese
                                ? "  推奨期間（" + own.path("maxAgeDays").asInt() + " 日）を過ぎています。鍵を更新してください"
                                : "  older than the recommended "
                                        + own.path("maxAgeDays").asInt() + " days: rotate the keys");
            }
            for (var partner : keys.path("partners")) {
                out.printf("%n%s%n", card(partner.path("cards").path(0).path("card")));
                if (partner.path("revoked").asBoolean(false)) {
                    out.println(japanese ? "  失効" : "  revoked");
                }
                if (!partner.path("knowsNewest").asBoolean(true)) {
                    out.println(
                            partner.path("told").asBoolean(false)
                                    ? japanese ? "  当方の新しい鍵は次の接続で通知します" : "  is told of our new keys when it is linked"
                                    : japanese ? "  当方の新しいカードを手渡してください" : "  has to be brought our new card");
                }
                for (var refused : partner.path("refused")) {
                    out.printf(
                            "  %s: %s (%s)%n",
                            japanese ? "拒否した鍵の継承" : "refused succession",
                            refused.path("detail").asString(""),
                            refused.path("last").asString(""));
                }
            }
        }

        String card(JsonNode card) {
            var text = new StringBuilder(card.path("node").asString("") + "\n  "
                    + card.path("fingerprint").asString("") + "\n");
            var words = card.path("words").path(locale().getLanguage().equals("ja") ? "ja" : "en");
            for (var i = 0; i < words.size(); i++) {
                text.append(i % FingerprintWords.GROUP == 0 ? "  " + (i / FingerprintWords.GROUP + 1) + "  " : " ")
                        .append(words.path(i).asString(""))
                        .append(i % FingerprintWords.GROUP == FingerprintWords.GROUP - 1 ? "\n" : "");
            }
            return text.toString();
        }
    }

    /// `renkei keys list`.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Says which keys a running node and its partners have.", "稼働中のノードと相手の鍵を表示します。"})
    static final class ListKeys extends AtKeys {
        @Override
        JsonNode ask(AskingClient client) {
            return client.get(PATH);
        }
    }

    /// `renkei keys rotate`.
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Has a running node make new keys, which the old ones vouch for; partners are told over their links.",
                "稼働中のノードの鍵を更新します。旧鍵が新鍵を保証し、相手には接続で通知します。"
            })
    static final class Rotate extends AtKeys {
        @Option(names = "--reason", required = true, description = "Stands in the audit log / 監査記録に残る理由")
        private String reason = "";

        @Override
        JsonNode ask(AskingClient client) {
            return client.post(PATH + "/rotation", because(reason));
        }
    }

    /// `renkei keys revoke`.
    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = {
                "Gives up the keys of this node, which somebody else may have, and makes new ones; or, with --partner,",
                "revokes the card of a partner: nothing is sent to it or taken from it until a new card is taken.",
                "漏えいのおそれがある当ノードの鍵を廃止して作り直します。--partner を付けると、その相手のカードを失効させます。"
            })
    static final class Revoke extends AtKeys {
        @Option(names = "--reason", required = true, description = "Stands in the audit log / 監査記録に残る理由")
        private String reason = "";

        @Option(names = "--partner", description = "Whose card; without it the own keys / 相手（省略時は当ノードの鍵）")
        private @Nullable String partner;

        @Override
        JsonNode ask(AskingClient client) {
            return client.post(
                    partner == null ? PATH + "/withdrawal" : PATH + "/partners/" + inPath(partner) + "/revocation",
                    because(reason));
        }
    }

    /// `renkei keys accept`.
    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = {
                "Takes a partner's new card. Compare its words by telephone first.",
                "相手の新しいカードを受け入れます。先に電話で言葉を照合してください。"
            })
    static final class Accept extends AtKeys {
        @Option(names = "--partner", required = true, description = "Whose card / 相手")
        private String partner = "";

        @Option(names = "--card", required = true, description = "The card file / カードのファイル")
        private Path card = Path.of("");

        @Option(names = "--fingerprint", required = true, description = "As it was compared / 照合した指紋")
        private String fingerprint = "";

        @Override
        JsonNode ask(AskingClient client) throws IOException {
            var body = JsonMapper.shared()
                    .createObjectNode()
                    .put("card", Files.readString(card))
                    .put("fingerprint", fingerprint);
            return client.post(PATH + "/partners/" + inPath(partner) + "/card", body);
        }
    }
}
