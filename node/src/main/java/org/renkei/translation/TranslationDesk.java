package org.renkei.translation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.release.OutsideService;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.TranslationSettings;
import org.renkei.translation.Translatable.Read;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The door of machine translation: one text of one record for one person at a time. What leaves is decided
/// as a release and on record before it leaves; what comes back is given to who asked, and kept nowhere.
@Service
public class TranslationDesk {
    /// UTF-16 units.
    static final int MOST_CHARACTERS = 4_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final @Nullable TranslationSettings settings;
    private final Translatable translatable;
    private final TranslationRate rate;
    private final PartyRegister register;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Clock clock;

    TranslationDesk(
            NodeSettings settings,
            Translatable translatable,
            TranslationRate rate,
            PartyRegister register,
            AuditLog audit,
            JsonMapper json,
            Clock clock) {
        this.settings = settings.translation();
        this.translatable = translatable;
        this.rate = rate;
        this.register = register;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// Whether there is any, and who would read what is given to it.
    public TranslationView state() {
        return settings == null
                ? new TranslationView(false, null, null, null, null, null, MOST_CHARACTERS)
                : new TranslationView(
                        !isOver(settings),
                        settings.url().getHost(),
                        settings.model(),
                        settings.party(),
                        settings.clearance().marking(),
                        settings.until(),
                        MOST_CHARACTERS);
    }

    /// @param request `record`, `at` (JSON pointer to a text in its body) and `to` (`en` or `ja`)
    /// @throws Problem naming every reason against it; nothing has left then, unless the service itself
    ///     failed
    public Translated translate(JsonNode request, Caller caller) {
        if (settings == null) {
            throw new Problem(
                    Category.CONFLICT,
                    "this node has no translation service: its administrator can name one in the settings",
                    "このノードに翻訳サービスはありません。管理者が設定で指定できます");
        }
        var asked = asked(request);
        var read = translatable.read(asked.record(), asked.at(), caller);
        var to = service(settings);
        var against = against(settings, to, read, caller);
        if (!against.isEmpty()) {
            var told = Map.<String, Object>of("reasons", reasons(against));
            audit.record(event("translation-refused", settings, read, asked, caller, told));
            throw refused(against);
        }
        var words = translatable.words(read, to, caller);
        var body = new Question(settings.model(), read.text(), asked.to(), words).bytes(json);
        if (!rate.enter()) {
            throw new Problem(Category.TOO_MANY, "the service is asked by others: try again", "ほかの人が依頼中です。再試行してください");
        }
        try {
            return translate(settings, read, asked, words, body, caller);
        } finally {
            rate.leave();
        }
    }

    /// What was asked for, well formed.
    private record Asked(UUID record, JsonPointer at, Language to) {}

    private Translated translate(
            TranslationSettings to, Read read, Asked asked, AgreedWords words, byte[] body, Caller caller) {
        try {
            var service = new ServiceCaller(to, PATIENCE);
            var request = service.request(body);
            audit.record(event("translation-sent", to, read, asked, caller, left(body, words)));
            var answer = service.send(request);
            var most = read.text().length();
            var text = Completion.read(answer.status(), answer.type(), answer.body(), most, json);
            var terms = words.pairs().size();
            var host = to.url().getHost();
            return new Translated(text, asked.to().code(), to.model(), host, clock.instant(), terms);
        } catch (ServiceFault fault) {
            var reason = Map.<String, Object>of("reason", fault.why().code());
            audit.record(event("translation-failed", to, read, asked, caller, reason));
            throw new Problem(
                    Category.SERVICE_FAILED,
                    "There is no translation: " + fault.why().english() + ".",
                    "翻訳できませんでした。" + fault.why().japanese() + "。");
        }
    }

    /// What is put on record of a request: how much it is, its digest, and the records of the terms in it.
    private static Map<String, Object> left(byte[] body, AgreedWords words) {
        var terms = words.pairs().stream()
                .flatMap(pair -> pair.terms().stream())
                .map(UUID::toString)
                .toList();
        return Map.of("bytes", body.length, "sha256", Hash.ofContent(body).hex(), "terms", terms);
    }

    private List<FieldError> against(TranslationSettings to, OutsideService service, Read read, Caller caller) {
        if (!rate.admits(caller.getName())) {
            throw new Problem(
                    Category.TOO_MANY,
                    "one person may ask " + TranslationRate.A_MINUTE + " times a minute: try again later",
                    "一人 1 分間に " + TranslationRate.A_MINUTE + " 回までです。しばらくしてから再試行してください");
        }
        if (isOver(to)) {
            return List.of(new FieldError(
                    "/service",
                    "the service could be given texts until " + to.until() + "; its administrator can say otherwise",
                    "翻訳サービスの利用期限は " + to.until() + " でした。管理者が変更できます"));
        }
        if (read.text().length() > MOST_CHARACTERS) {
            return List.of(new FieldError(
                    read.at().toString(),
                    "the text has " + read.text().length() + " characters; " + MOST_CHARACTERS + " go at once",
                    "文章は " + read.text().length() + " 文字です。一度に " + MOST_CHARACTERS + " 文字までです"));
        }
        return translatable.against(read, service);
    }

    private boolean isOver(TranslationSettings to) {
        return register.today().isAfter(to.until());
    }

    private static OutsideService service(TranslationSettings to) {
        return new OutsideService(to.party(), to.clearance(), to.caveats(), to.purposes(), to.consenting());
    }

    private static AuditEvent event(
            String name, TranslationSettings to, Read read, Asked asked, Caller caller, Map<String, Object> more) {
        var details = new TreeMap<String, Object>(more);
        details.put("service", to.url().getHost());
        details.put("model", to.model());
        details.put("as", to.party());
        details.put("at", read.at().toString());
        details.put("to", asked.to().code());
        return new AuditEvent(caller.getName(), name, read.record(), null, details);
    }

    private static String reasons(List<FieldError> against) {
        return against.stream().map(FieldError::english).collect(Collectors.joining("; "));
    }

    private static Problem refused(List<FieldError> against) {
        return new Problem(
                Category.UNPROCESSABLE, "Nothing was given to the translation service.", "翻訳サービスには何も渡していません。", against);
    }

    private static Asked asked(JsonNode request) {
        var mistakes = new ArrayList<FieldError>();
        UUID record = null;
        JsonPointer at = null;
        try {
            record = UUID.fromString(request.path("record").asString(""));
        } catch (IllegalArgumentException e) {
            mistakes.add(new FieldError("/record", "the id of a record is needed", "記録の ID が必要です"));
        }
        try {
            at = JsonPointer.parse(request.path("at").asString(""));
        } catch (IllegalArgumentException e) {
            mistakes.add(new FieldError("/at", String.valueOf(e.getMessage()), "本文の中の場所が必要です（例 /summary）"));
        }
        var to = Language.of(request.path("to").asString("")).orElse(null);
        if (to == null) {
            mistakes.add(new FieldError("/to", "en or ja is needed", "en または ja が必要です"));
        }
        if (record == null || at == null || to == null) {
            throw Problem.refused(mistakes);
        }
        return new Asked(record, at, to);
    }
}
