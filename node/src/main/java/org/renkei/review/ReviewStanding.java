package org.renkei.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.renkei.identity.Caller;
import org.renkei.identity.Role;
import org.renkei.kernel.label.Label;
import org.renkei.review.ReviewViews.Backlog;
import org.renkei.review.ReviewViews.Review;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How the release officer's desk stands, for those who may review, as they come to the desk itself: in a session, with
/// the role, and of records that they see whole. To everybody else it says nothing, not even that nothing waits.
@Component
public class ReviewStanding {
    private static final Set<Role> REVIEWERS = Set.of(Role.RELEASE_OFFICER, Role.SECURITY_OFFICER);

    private final Items items;
    private final ReviewDesk desk;
    private final EmergencyDesk emergencies;
    private final Sights sights;

    ReviewStanding(Items items, ReviewDesk desk, EmergencyDesk emergencies, Sights sights) {
        this.items = items;
        this.desk = desk;
        this.emergencies = emergencies;
        this.sights = sights;
    }

    /// Something that officers have to do.
    ///
    /// @param record that is to go, or went
    /// @param emergency whether it was released already, and has to be looked at afterwards
    /// @param party to which it goes or went
    /// @param due until when
    public record Due(UUID id, UUID record, boolean emergency, String party, String title, Label label, Instant due) {}

    /// Empty for those who may not review.
    @Transactional(readOnly = true)
    public Optional<Backlog> backlog(Caller caller) {
        return mayReview(caller) ? Optional.of(desk.backlog(caller)) : Optional.empty();
    }

    /// What is due until then, and what is overdue, the longest first; empty for those who may not review. Whoever
    /// shows
    /// it notes that.
    @Transactional(readOnly = true)
    public Optional<List<Due>> due(Instant until, Caller caller) {
        if (!mayReview(caller)) {
            return Optional.empty();
        }
        var due = new ArrayList<Due>();
        waiting(until, caller)
                .forEach(one -> due.add(new Due(
                        one.id(),
                        one.record(),
                        false,
                        one.party(),
                        one.title(),
                        Label.parse(one.banner()),
                        one.dueAt())));
        emergencies.seen(caller).stream()
                .filter(one -> one.reviewedAt() == null && !one.due().isAfter(until))
                .forEach(one -> due.add(new Due(
                        one.id(), one.record(), true, one.party(), one.title(), Label.parse(one.banner()), one.due())));
        due.sort(Comparator.comparing(Due::due));
        return Optional.of(List.copyOf(due));
    }

    private List<Review> waiting(Instant until, Caller caller) {
        var due = items.list(true, null, null, ReviewDesk.MOST).stream()
                .filter(item -> !item.due().isAfter(until))
                .toList();
        var whole = sights.of(caller)
                .whole(due.stream().map(item -> item.key().record()).collect(Collectors.toSet()));
        return desk.views(
                due.stream().filter(item -> whole.contains(item.key().record())).toList());
    }

    /// Of all that waits for this caller, each label once.
    @Transactional(readOnly = true)
    public Set<Label> labels(Caller caller) {
        return due(Instant.MAX, caller).orElse(List.of()).stream()
                .map(Due::label)
                .collect(Collectors.toSet());
    }

    private static boolean mayReview(Caller caller) {
        return caller.cleared() && caller.hasRole(REVIEWERS) && caller.hasScope(Set.of());
    }
}
