package org.renkei.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.feeds.FeedMessage.Verb;
import org.renkei.feeds.FeedSource;
import org.renkei.feeds.NoticeSink;
import org.renkei.identity.Caller;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.release.ReleaseDesk;
import org.renkei.settings.FeedSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The door of this module: makes records of what feeds publish, each message in one transaction with its
/// record.
@Service
class NoticeDesk implements NoticeSink {
    private final NoticeBook book;
    private final ReleaseDesk releases;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    NoticeDesk(NoticeBook book, ReleaseDesk releases, TransactionTemplate transaction, JsonMapper json) {
        this.book = book;
        this.releases = releases;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public List<Outcome> take(FeedSettings feed, List<Notice> notices) {
        var known = book.known(
                feed.id(), notices.stream().map(notice -> notice.message().id()).toList());
        var outcomes = new ArrayList<Outcome>();
        for (var notice : notices) {
            outcomes.add(known.contains(notice.message().id()) ? new Outcome.Known() : take(feed, notice));
        }
        return outcomes;
    }

    private Outcome take(FeedSettings feed, Notice notice) {
        try {
            var taking = new Taking(feed, notice);
            var done = Objects.requireNonNull(transaction.execute(status -> {
                var outcome = taking.take();
                if (outcome instanceof Outcome.Refused) {
                    status.setRollbackOnly();
                }
                return outcome;
            }));
            taking.saidElsewhere.forEach(taking::recall);
            return done;
        } catch (Problem refused) {
            if (isOfTheNode(refused.category())) {
                throw refused;
            }
            return new Outcome.Refused(
                    refused.category() == Category.CONFLICT ? "RECALLED_HERE" : "NOT_A_RECORD", detail(refused));
        }
    }

    /// Nothing of the message's: it has to come again.
    private static boolean isOfTheNode(Category category) {
        return category == Category.INTERNAL || category == Category.UNAVAILABLE;
    }

    private static String detail(Problem refused) {
        return refused.errors().isEmpty()
                ? refused.detail(Locale.ENGLISH)
                : refused.errors().stream()
                        .limit(3)
                        .map(error -> error.at() + " " + error.english())
                        .collect(Collectors.joining("; "));
    }

    /// One message on its way.
    private final class Taking {
        private final FeedSettings feed;
        private final Notice notice;
        private final Caller caller;
        /// Records whose content stands in another one now.
        private final List<UUID> saidElsewhere = new ArrayList<>();

        Taking(FeedSettings feed, Notice notice) {
            this.feed = feed;
            this.notice = notice;
            this.caller = Caller.part("feed-" + feed.id());
        }

        Outcome take() {
            var message = notice.message();
            if (!book.note(feed.id(), message.id())) {
                return new Outcome.Known();
            }
            var subjects = book.subjects(feed.id(), message.names());
            var mixed = subjects.stream()
                    .anyMatch(subject -> subject.exercise() != notice.draft().exercise());
            if (mixed) {
                return new Outcome.Refused("EXERCISE_MIXED", message.id());
            }
            return message.verb() == Verb.CANCELS ? cancel(subjects) : say(subjects);
        }

        /// One that something newer was said of goes on, or else the oldest; the others are brought together in it,
        /// unless something newer was said of them, too.
        private Outcome say(List<Subject> subjects) {
            var message = notice.message();
            if (subjects.isEmpty()) {
                return write(begin(), sourceId(), asJson());
            }
            var goesOn = subjects.stream().filter(this::isNewer).findFirst().orElse(subjects.getFirst());
            for (var other : subjects) {
                if (other.id() != goesOn.id() && !isNewer(other)) {
                    book.merge(other.id(), goesOn.id());
                    if (other.record() != null) {
                        saidElsewhere.add(other.record());
                    }
                }
            }
            book.named(feed.id(), message.names(), goesOn.id());
            if (isNewer(goesOn)) {
                return new Outcome.Known();
            }
            if (saysTheSame(goesOn)) {
                book.heard(goesOn.id(), message.sent());
                return new Outcome.Known();
            }
            return write(goesOn.id(), goesOn.sourceId(), asJson());
        }

        private boolean isNewer(Subject subject) {
            return subject.sent().isAfter(notice.message().sent());
        }

        /// Somebody may have recalled it before.
        private void recall(UUID record) {
            try {
                releases.recall(record, "said by another record: " + name(), caller);
            } catch (Problem gone) {
                if (gone.category() != Category.CONFLICT) {
                    throw gone;
                }
            }
        }

        private Outcome cancel(List<Subject> subjects) {
            var message = notice.message();
            if (subjects.isEmpty()) {
                begin();
                return new Outcome.Known();
            }
            @Nullable Outcome first = null;
            for (var subject : subjects) {
                var before = subject.draft();
                if (before != null && !isNewer(subject)) {
                    var outcome = write(subject.id(), subject.sourceId(), Cancelling.draft(before, notice.draft()));
                    first = first == null ? outcome : first;
                }
            }
            book.named(feed.id(), message.names(), subjects.getFirst().id());
            return first == null ? new Outcome.Known() : first;
        }

        private long begin() {
            var message = notice.message();
            var subject = book.begin(feed.id(), sourceId(), notice.draft().exercise(), message.sent());
            book.named(feed.id(), message.names(), subject);
            return subject;
        }

        /// Of this feed alone: what another feed brings is another record.
        private String sourceId() {
            return new FeedSource("", feed.id() + " " + name()).id();
        }

        private String name() {
            return notice.message().names().getFirst().replace('\u001f', ' ');
        }

        /// A catalogue counts its own updates; a revision without news would go to every partner.
        private boolean saysTheSame(Subject subject) {
            var before = subject.draft();
            return before != null
                    && before.path("body").equals(asJson().path("body"))
                    && before.path("label").equals(asJson().path("label"));
        }

        private ObjectNode asJson() {
            return json.valueToTree(notice.draft());
        }

        private Outcome write(long subject, String sourceId, ObjectNode draft) {
            draft.withObject("/source").put("id", sourceId);
            var stored = releases.create(draft, caller, Locale.ENGLISH);
            book.written(subject, stored.id(), notice.message().sent(), draft);
            return new Outcome.Taken(stored.id());
        }
    }
}
