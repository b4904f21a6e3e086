package org.renkei.operation;

import static org.renkei.operation.Check.text;

import java.time.Instant;
import org.renkei.review.ReviewBacklog;
import org.springframework.stereotype.Component;

/// Whether releases wait for officers who do not come. What one person released in an emergency and nobody looked
/// at in time is critical: it has left already.
@Component
class ReviewChecks {
    private final ReviewBacklog backlog;

    ReviewChecks(ReviewBacklog backlog) {
        this.backlog = backlog;
    }

    Check check(Instant now) {
        var waiting = backlog.waiting();
        var overdue = backlog.overdue(now);
        var emergencies = backlog.overdueEmergencies(now);
        if (overdue == 0 && emergencies == 0) {
            return Check.ok("reviews", waiting + " wait for an officer", waiting + " 件が担当官を待っています");
        }
        var found = text(
                overdue + " releases wait too long, " + emergencies + " emergency releases were not looked at in time",
                "期限超過の開示審査 " + overdue + " 件、事後確認の期限を過ぎた緊急開示 " + emergencies + " 件");
        var advice = text(
                "A release officer rules on the screen Review; a security officer looks at emergencies there.",
                "開示担当官が審査画面で判断し、緊急開示は保全責任者が同画面で確認してください。");
        return emergencies > 0 ? Check.critical("reviews", found, advice) : Check.caution("reviews", found, advice);
    }
}
