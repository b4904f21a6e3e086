package org.renkei.views;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.identity.Colleagues;
import org.renkei.identity.Person;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.views.SavedViews.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// What people do with their views. A view belongs to one person; shared, it is read, and never changed, by
/// colleagues of the same office and nation whose clearance covers the owner's. Nothing of it leaves the
/// node.
@Service
public class SavedViewDesk {
    /// For each person.
    public static final int MOST = 50;

    private final SavedViews views;
    private final Colleagues colleagues;
    private final AuditLog audit;
    private final Clock clock;

    SavedViewDesk(SavedViews views, Colleagues colleagues, AuditLog audit, Clock clock) {
        this.views = views;
        this.colleagues = colleagues;
        this.audit = audit;
        this.clock = clock;
    }

    /// Own ones by name, then those that colleagues share, by name.
    @Transactional(readOnly = true)
    public List<SavedView> list(Caller caller) {
        var all = new ArrayList<SavedView>();
        views.of(owner(caller).id()).forEach(row -> all.add(view(row)));
        var owners = colleagues.readableBy(caller).stream()
                .collect(Collectors.toMap(Person::id, who -> new SavedView.Owner(who.nameEn(), who.nameJa())));
        views.shared(owners.keySet()).forEach(row -> {
            var said = row.said();
            all.add(new SavedView(
                    row.id(), said.name(), owners.get(row.owner()), true, false, said.content(), row.changedAt()));
        });
        return all;
    }

    /// @throws Problem when it cannot be read, has the name of another, is one too many, or has nobody to
    /// share it with
    @Transactional
    public SavedView save(JsonNode json, Caller caller) {
        var person = owner(caller);
        var draft = ViewReader.read(json);
        views.lock(person.id());
        var own = views.of(person.id());
        if (own.size() >= MOST) {
            throw new Problem(
                    Category.CONFLICT,
                    "You have " + MOST + " views, which is as many as are kept: remove one first",
                    "保存できる表示は " + MOST + " 件までです。先にどれかを削除してください");
        }
        return keep(person, null, draft, own);
    }

    /// @throws Problem also when the caller has no such view
    @Transactional
    public SavedView change(UUID id, JsonNode json, Caller caller) {
        var person = owner(caller);
        var draft = ViewReader.read(json);
        views.lock(person.id());
        var before = views.find(person.id(), id).orElseThrow(SavedViewDesk::noSuch);
        return keep(person, before, draft, views.of(person.id()));
    }

    @Transactional
    public void remove(UUID id, Caller caller) {
        var person = owner(caller);
        views.lock(person.id());
        if (!views.remove(person.id(), id)) {
            throw noSuch();
        }
        note(caller.getName(), "view-removed", id, Map.of());
    }

    private SavedView keep(Person person, @Nullable Row before, ViewDraft draft, List<Row> own) {
        var id = before == null ? UUID.randomUUID() : before.id();
        if (own.stream()
                .anyMatch(row -> !row.id().equals(id) && row.said().name().equals(draft.name()))) {
            throw new Problem(Category.CONFLICT, "You have a view of that name already", "その名前の表示はすでにあります");
        }
        if (draft.shared() && person.organisation().isBlank()) {
            throw new Problem(
                    Category.CONFLICT,
                    "Your account names no office: there is nobody to share a view with",
                    "アカウントに所属がないため、共有する相手がいません");
        }
        var row = new Row(id, person.id(), draft, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (before == null) {
            views.add(row);
        } else {
            views.change(row);
        }
        note(person.signInName(), before == null ? "view-saved" : "view-changed", id, Map.of());
        if (draft.shared() != (before != null && before.said().shared())) {
            note(
                    person.signInName(),
                    draft.shared() ? "view-shared" : "view-unshared",
                    id,
                    Map.of("office", person.organisation()));
        }
        return view(row);
    }

    private static SavedView view(Row row) {
        var said = row.said();
        return new SavedView(row.id(), said.name(), null, said.shared(), said.first(), said.content(), row.changedAt());
    }

    /// The name of a view may tell more than a reader of the log is cleared for: it stays out.
    private void note(String actor, String event, UUID view, Map<String, Object> more) {
        var details = new HashMap<String, Object>(more);
        details.put("view", view.toString());
        audit.append(List.of(new AuditEvent(actor, event, null, null, details)));
    }

    private static Person owner(Caller caller) {
        var person = caller.person();
        if (person == null) {
            throw new Problem(Category.FORBIDDEN, "only a person keeps views", "表示を保存できるのは個人だけです");
        }
        return person;
    }

    private static Problem noSuch() {
        return new Problem(Category.NOT_FOUND, "you have no such view", "その表示は保存されていません");
    }
}
