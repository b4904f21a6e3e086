package org.renkei.watchlog;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.watchlog.LogEntry;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.DraftCheck;
import org.renkei.release.RecallCheck;
import org.springframework.stereotype.Component;

/// An entry that is none is not written, by whatever way it is brought, and one that was written is not
/// written over: what was wrong is put right by a further entry. It can be taken back from those who were
/// told, as every record; the log of this nation keeps it.
@Component
class LogEntryCheck implements DraftCheck, RecallCheck {

    @Override
    public List<FieldError> check(String kind, CborMap body, Principal writer) {
        if (!kind.equals(LogEntry.KIND)) {
            return List.of();
        }
        var mistakes = new ArrayList<>(LogEntry.against(body).stream()
                .map(one -> new FieldError("/body" + one.at(), one.english(), one.japanese()))
                .toList());
        if (body.entries().get("officer") instanceof CborText(var officer) && !officer.equals(writer.getName())) {
            mistakes.add(
                    new FieldError("/body/officer", "nobody takes the watch for another", "他の人に代わって当直に就くことはできません"));
        }
        return mistakes;
    }

    @Override
    public List<FieldError> against(UUID record, String kind) {
        return List.of();
    }

    @Override
    public List<FieldError> againstRevision(UUID record, String kind) {
        return kind.equals(LogEntry.KIND)
                ? List.of(new FieldError(
                        "/kind",
                        "an entry of the log of a watch stays as it is: enter a correction",
                        "当直日誌の記入は変更できません。訂正を記入してください"))
                : List.of();
    }
}
