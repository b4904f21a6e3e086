package org.renkei.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `renkei certificates`: `list` says by which client certificates machines come in; `register` and `revoke` one.
@Command(
        name = "certificates",
        mixinStandardHelpOptions = true,
        subcommands = {
            CertificatesCommand.ListAll.class,
            CertificatesCommand.Register.class,
            CertificatesCommand.Revoke.class
        },
        description = {
            "Client certificates by which machines come in at a running node.",
            "稼働中のノードに機器が接続するクライアント証明書を管理します。"
        })
public final class CertificatesCommand extends CommandGroup {
    private static final String PATH = "/api/v1/certificates";

    /// `renkei certificates list`.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Says which certificates there are, of whom and until when.", "登録された証明書と期限を表示します。"})
    static final class ListAll extends AtNode {
        @Override
        void run(AskingClient client, PrintWriter out) {
            var all = client.get(PATH);
            if (!all.path("asked").asBoolean(true)) {
                out.println(say(
                        "this node does not ask for certificates: set api.tls.client-certificates",
                        "このノードは証明書を求めていません（api.tls.client-certificates を設定してください）"));
            }
            all.path("certificates").forEach(one -> out.println(line(one, this)));
        }
    }

    private static String line(JsonNode certificate, AtNode command) {
        return "%s  %-20s %-24s %s  %s %s"
                .formatted(
                        certificate.path("id").asString(""),
                        certificate.path("account").asString(""),
                        certificate.path("name").asString(""),
                        String.join(
                                ",",
                                certificate
                                        .path("scopes")
                                        .valueStream()
                                        .map(scope -> scope.asString(""))
                                        .toList()),
                        certificate.path("holds").asBoolean(false)
                                ? command.say("until", "期限")
                                : command.say("ended; until", "失効。期限"),
                        certificate.path("expires").asString(""));
    }

    /// `renkei certificates register`.
    @Command(
            name = "register",
            mixinStandardHelpOptions = true,
            description = {
                "Registers a certificate, without its key, by which a machine comes in as an account.",
                "機器がアカウントとして接続する証明書（鍵を除く）を登録します。"
            })
    static final class Register extends AtNode {
        @Parameters(index = "0", paramLabel = "ACCOUNT", description = "Sign-in name / サインイン名")
        private String account = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "The certificate, PEM / 証明書（PEM）")
        private Path file = Path.of("");

        @Option(names = "--name", required = true, description = "What it is for / 用途")
        private String name = "";

        @Option(names = "--scopes", required = true, split = ",", description = "read, write, feed, metrics, calendar")
        private List<String> scopes = List.of();

        @Option(names = "--days", defaultValue = "365", description = "1 to 731 / 有効日数")
        private int days;

        @Override
        void run(AskingClient client, PrintWriter out) throws IOException {
            var draft = JsonMapper.shared()
                    .createObjectNode()
                    .put("name", name)
                    .put("days", days)
                    .put("certificate", Files.readString(file));
            var list = draft.putArray("scopes");
            scopes.forEach(list::add);
            var id = PeopleCommand.find(client, account).path("id").asString("");
            out.println(line(client.post("/api/v1/people/" + id + "/certificates", draft), this));
        }
    }

    /// `renkei certificates revoke`.
    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = {"Ends a certificate for good, at once.", "証明書を直ちに失効させます（取り消せません）。"})
    static final class Revoke extends AtNode {
        @Parameters(paramLabel = "ID", description = "As the list says / 一覧の ID")
        private String id = "";

        @Override
        void run(AskingClient client, PrintWriter out) {
            client.delete(PATH + "/" + id);
            out.println(say(id + " is revoked", id + " を失効させました"));
        }
    }
}
