package org.renkei.command;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `renkei people`: `list` says who may sign in at a node; `add`, `change`, `invite` and `end-sessions` as an
/// administrator does
/// on the screen.
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        subcommands = {
            PeopleCommand.ListAll.class,
            PeopleCommand.Add.class,
            PeopleCommand.Change.class,
            PeopleCommand.Invite.class,
            PeopleCommand.Sessions.class,
            PeopleCommand.EndSessions.class
        },
        description = {"People of a running node: who they are, and how they come in.", "稼働中のノードの利用者を管理します。"})
public final class PeopleCommand extends CommandGroup {
    private static final String PATH = "/api/v1/people";

    /// `renkei people list`.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Says who may sign in at a running node.", "稼働中のノードにサインインできる人を表示します。"})
    static final class ListAll extends AtNode {
        @Override
        void run(AskingClient client, PrintWriter out) {
            for (var person : client.get(PATH).path("people")) {
                out.println(line(person));
            }
        }
    }

    private static String line(JsonNode person) {
        var until = person.path("clearedUntil").asString("");
        return "%-20s %s  %s%s%s  %s%s"
                .formatted(
                        person.path("signInName").asString(""),
                        person.path("nation").asString(""),
                        person.path("clearance").asString(""),
                        joined(person.path("caveats"), " "),
                        until.isEmpty() ? "" : " -" + until,
                        joined(person.path("roles"), ""),
                        person.path("active").asBoolean(true) ? "" : "  (inactive / 停止)");
    }

    private static String joined(JsonNode list, String before) {
        return list.isEmpty()
                ? ""
                : before
                        + String.join(
                                ",",
                                list.valueStream().map(one -> one.asString("")).toList());
    }

    static JsonNode find(AskingClient client, String name) {
        return client.get(PATH)
                .path("people")
                .valueStream()
                .filter(one -> one.path("signInName").asString("").equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException("there is no " + name + " / " + name + " はいません"));
    }

    /// What can be said of a person. What is not said stays as it is.
    static final class Particulars {
        @Option(names = "--name-en", description = "Name in English / 英語の氏名")
        private @Nullable String nameEn;

        @Option(names = "--name-ja", description = "Name in Japanese / 日本語の氏名")
        private @Nullable String nameJa;

        @Option(names = "--nation", description = "ISO 3166-1 alpha-3")
        private @Nullable String nation;

        @Option(names = "--organisation", description = "Office / 所属")
        private @Nullable String organisation;

        @Option(names = "--bodies", split = ",", description = "Bodies by their codes / 所属する会議体のコード")
        private @Nullable List<String> bodies;

        @Option(names = "--roles", split = ",", description = "As in docs/authorization.md / 役割")
        private @Nullable List<String> roles;

        @Option(names = "--clearance", description = "UNCLASSIFIED … TOP_SECRET / 秘密区分")
        private @Nullable String clearance;

        @Option(names = "--caveats", split = ",", description = "RELIEF-OPS,… / 取扱注意")
        private @Nullable List<String> caveats;

        @Option(names = "--cleared-until", description = "YYYY-MM-DD")
        private @Nullable String clearedUntil;

        @Option(names = "--languages", split = ",", description = "ja,en")
        private @Nullable List<String> languages;

        void into(ObjectNode draft) {
            put(draft, "nameEn", nameEn);
            put(draft, "nameJa", nameJa);
            put(draft, "nation", nation);
            put(draft, "organisation", organisation);
            put(draft, "bodies", bodies);
            put(draft, "roles", roles);
            put(draft, "clearance", clearance);
            put(draft, "caveats", caveats);
            put(draft, "clearedUntil", clearedUntil);
            put(draft, "languages", languages);
        }

        private static void put(ObjectNode draft, String key, @Nullable String value) {
            if (value != null) {
                draft.put(key, value);
            }
        }

        private static void put(ObjectNode draft, String key, @Nullable List<String> values) {
            if (values != null) {
                var list = draft.putArray(key);
                values.stream().filter(one -> !one.isBlank()).forEach(list::add);
            }
        }
    }

    /// `renkei people add`.
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {
                "Adds a person, and prints the one-time link by which they come in: hand it over so that nobody else sees it.",
                "人を追加し、最初に入るための一回限りのリンクを表示します。本人だけに渡してください。"
            })
    static final class Add extends AtNode {
        @Parameters(paramLabel = "NAME", description = "Sign-in name / サインイン名")
        private String name = "";

        @Mixin
        private Particulars particulars = new Particulars();

        @Override
        void run(AskingClient client, PrintWriter out) {
            var draft = JsonMapper.shared().createObjectNode().put("signInName", name);
            particulars.into(draft);
            var added = client.post(PATH, draft);
            out.println(line(added.path("person")));
            tellLink(this, added.path("invitation"), out);
        }
    }

    private static void tellLink(AtNode command, JsonNode link, PrintWriter out) {
        out.println(command.say("link: ", "リンク: ") + command.address() + "/#invitation="
                + link.path("token").asString("") + command.say(", until ", "、期限 ")
                + link.path("expires").asString(""));
    }

    /// `renkei people change`.
    @Command(
            name = "change",
            mixinStandardHelpOptions = true,
            description = {"Changes what is given of a person, and nothing else.", "指定した項目だけを変更します。"})
    static final class Change extends AtNode {
        @Parameters(paramLabel = "NAME", description = "Sign-in name / サインイン名")
        private String name = "";

        @Mixin
        private Particulars particulars = new Particulars();

        @Option(
                names = "--active",
                arity = "1",
                description = "false ends all sessions, tokens and certificates / 停止すると全て終了")
        private @Nullable Boolean active;

        @Override
        void run(AskingClient client, PrintWriter out) {
            var before = find(client, name);
            var draft = ((ObjectNode) before).deepCopy();
            draft.put("nameEn", before.path("name").path("en").asString(""));
            draft.put("nameJa", before.path("name").path("ja").asString(""));
            draft.remove(List.of("id", "name"));
            particulars.into(draft);
            if (active != null) {
                draft.put("active", active);
            }
            out.println(line(client.put(PATH + "/" + before.path("id").asString(""), draft)));
        }
    }

    /// `renkei people invite`.
    @Command(
            name = "invite",
            mixinStandardHelpOptions = true,
            description = {
                "Prints a new one-time link for somebody; it replaces every way in before.",
                "新しい一回限りのリンクを表示します。それまでの入り方は無効になります。"
            })
    static final class Invite extends AtNode {
        @Parameters(paramLabel = "NAME", description = "Sign-in name / サインイン名")
        private String name = "";

        @Override
        void run(AskingClient client, PrintWriter out) {
            var id = find(client, name).path("id").asString("");
            tellLink(this, client.post(PATH + "/" + id + "/invitation"), out);
        }
    }

    /// `renkei people sessions`.
    @Command(
            name = "sessions",
            mixinStandardHelpOptions = true,
            description = {"Says where somebody is signed in.", "サインイン中の場所を表示します。"})
    static final class Sessions extends AtNode {
        @Parameters(paramLabel = "NAME", description = "Sign-in name / サインイン名")
        private String name = "";

        @Override
        void run(AskingClient client, PrintWriter out) {
            var path = PATH + "/" + find(client, name).path("id").asString("") + "/sessions";
            for (var one : client.get(path).path("sessions")) {
                out.printf(
                        "%s  %s  %s  %s%n",
                        one.path("id").asString(""),
                        one.path("used").asString(""),
                        one.path("address").asString(""),
                        one.path("agent").asString(""));
            }
        }
    }

    /// `renkei people end-sessions`.
    @Command(
            name = "end-sessions",
            mixinStandardHelpOptions = true,
            description = {"Signs somebody out everywhere.", "全てのセッションを終了させます。"})
    static final class EndSessions extends AtNode {
        @Parameters(paramLabel = "NAME", description = "Sign-in name / サインイン名")
        private String name = "";

        @Option(names = "--session", description = "Only this one, as `sessions` says / この 1 件だけ")
        private @Nullable String session;

        @Override
        void run(AskingClient client, PrintWriter out) {
            var path = PATH + "/" + find(client, name).path("id").asString("") + "/sessions";
            client.delete(session == null ? path : path + "/" + session);
            out.println(say(name + " is signed out", name + " をサインアウトさせました"));
        }
    }
}
