package org.renkei.relief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.release.ReleaseDesk;
import org.renkei.relief.HxlView.ColumnView;
import org.renkei.relief.HxlView.MistakeView;
import org.renkei.relief.HxlView.RowView;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The door for tables of humanitarian organisations (HXL): the board as one, and needs and offers out of
/// one.
@Service
public class HxlDesk {
    private final Boards boards;
    private final ReleaseDesk releases;
    private final Showings showings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final String self;

    HxlDesk(
            Boards boards,
            ReleaseDesk releases,
            Showings showings,
            AuditLog audit,
            TransactionTemplate transaction,
            NodeSettings settings,
            JsonMapper json) {
        this.boards = boards;
        this.releases = releases;
        this.showings = showings;
        this.audit = audit;
        this.transaction = transaction;
        this.json = json;
        this.self = settings.node().party();
    }

    /// Needs, offers and moves that the caller sees as one table, with the label of all of them in its
    /// first line. That it was made is written down.
    @Transactional
    public String write(Optional<Boolean> exercise, Caller caller) {
        var rows = new HxlRows(boards.get(exercise, caller));
        showings.note(caller, "board", rows.records());
        audit.append(List.of(
                new AuditEvent(caller.getName(), "relief-hxl-made", null, null, Map.of("label", rows.marking()))));
        return rows.csv();
    }

    /// Checks every row of a table, and stores it where that is asked for and nothing is wrong: all of it
    /// or none. Rows that are neither need nor offer are passed over.
    ///
    /// @param request `text` is the table; `label` that of every record; `store` whether to store
    /// @throws Problem for what has no row of tags, or nothing that could be taken in
    public HxlView take(JsonNode request, Caller caller, Locale language) {
        var table = HxlTable.read(request.path("text").asString(""))
                .orElseThrow(() -> refused(
                        "/text",
                        "a table (CSV) of at most 500 rows with a row of HXL tags among its first 25",
                        "先頭 25 行以内に HXL タグの行がある、500 行以内の表（CSV）です"));
        requireNeeded(table);
        var label = request.path("label").asString("");
        var precedence = request.path("precedence").asString("ROUTINE");
        var drafts = table.rows().stream()
                .map(row -> HxlDraft.of(row, self, label, precedence, json))
                .toList();
        if (drafts.stream().allMatch(one -> one.draft() == null)) {
            throw refused("/text", "no row is a need or an offer", "need または offer の行がありません");
        }
        var rows = new ArrayList<RowView>();
        var wrong = false;
        for (var one : drafts) {
            var mistakes = new ArrayList<>(one.mistakes());
            if (one.draft() != null && mistakes.isEmpty()) {
                mistakes.addAll(against(one.draft(), caller, language));
            }
            wrong |= one.draft() != null && !mistakes.isEmpty();
            rows.add(view(one, mistakes));
        }
        return new HxlView(
                wrong || !request.path("store").asBoolean(false) ? 0 : store(drafts, caller, language),
                rows,
                table.left().stream()
                        .map(one -> new ColumnView(one.number(), one.name()))
                        .toList());
    }

    /// Names all that is needed, and which of it is not there.
    private static void requireNeeded(HxlTable table) {
        if (!table.missing().isEmpty()) {
            throw refused(
                    "/text",
                    "columns are needed for " + tags(HxlColumns.NEEDED, " or ") + "; there is none for "
                            + tags(table.missing(), " or "),
                    "必要な列は " + tags(HxlColumns.NEEDED, " または ") + " です。" + tags(table.missing(), " または ") + " がありません");
        }
    }

    private static String tags(List<List<String>> needed, String or) {
        return needed.stream().map(any -> String.join(or, any)).collect(Collectors.joining(", "));
    }

    private List<FieldError> against(JsonNode draft, Caller caller, Locale language) {
        try {
            releases.preview(draft, caller, language);
            return List.of();
        } catch (Problem problem) {
            return problem.errors().isEmpty()
                    ? List.of(new FieldError("", problem.detail(Locale.ENGLISH), problem.detail(Locale.JAPANESE)))
                    : problem.errors();
        }
    }

    private int store(List<HxlDraft> drafts, Caller caller, Locale language) {
        var stored = transaction.execute(status -> {
            var count = 0;
            for (var one : drafts) {
                if (one.draft() != null) {
                    releases.create(one.draft(), caller, language);
                    count++;
                }
            }
            audit.append(List.of(
                    new AuditEvent(caller.getName(), "relief-hxl-taken", null, null, Map.of("records", count))));
            return count;
        });
        return stored == null ? 0 : stored;
    }

    private static RowView view(HxlDraft one, List<FieldError> mistakes) {
        var english = one.row().cell(HxlRows.ENGLISH).orElse("");
        var japanese = one.row().cell(HxlRows.JAPANESE).orElse(english);
        return new RowView(
                one.row().number(),
                one.kind(),
                Map.of("en", english.isEmpty() ? japanese : english, "ja", japanese),
                mistakes.stream().map(MistakeView::of).toList());
    }

    private static Problem refused(String at, String english, String japanese) {
        return Problem.refused(List.of(new FieldError(at, english, japanese)));
    }
}
