package org.renkei.operation;

import static org.renkei.operation.Check.text;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.renkei.jobs.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Everything a watch administrator needs at one look.
@Service
public class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final MachineChecks machine;
    private final LinkChecks links;
    private final SealChecks seals;
    private final ReviewChecks reviews;
    private final TranslationChecks translation;
    private final RegisterChecks register;
    private final Jobs jobs;
    private final Clock clock;

    Health(
            MachineChecks machine,
            LinkChecks links,
            SealChecks seals,
            ReviewChecks reviews,
            TranslationChecks translation,
            RegisterChecks register,
            Jobs jobs,
            Clock clock) {
        this.machine = machine;
        this.links = links;
        this.seals = seals;
        this.reviews = reviews;
        this.translation = translation;
        this.register = register;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Whether the database answers: without it this node does nothing.
    public boolean isReady() {
        try {
            return machine.database().level() != Check.Level.CRITICAL;
        } catch (RuntimeException e) {
            return false;
        }
    }

    public List<Check> checks() {
        var checks = new ArrayList<Check>();
        looking("database", () -> List.of(machine.database()), checks);
        looking("disk", () -> List.of(machine.disk()), checks);
        looking("links", links::links, checks);
        looking("backups", () -> List.of(machine.backups()), checks);
        looking("clock", () -> List.of(links.clocks()), checks);
        looking("tampering", () -> List.of(seals.tampering()), checks);
        looking("witnesses", () -> List.of(seals.witnesses()), checks);
        looking("certificates", () -> machine.certificates(clock.instant()), checks);
        looking("reviews", () -> List.of(reviews.check(clock.instant())), checks);
        looking("translation", () -> List.of(translation.check()), checks);
        looking("register", () -> List.of(register.check()), checks);
        looking("jobs", () -> List.of(jobs()), checks);
        return checks;
    }

    /// One that cannot be looked at does not hide the others.
    private static void looking(String name, Supplier<List<Check>> look, List<Check> checks) {
        try {
            checks.addAll(look.get());
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be looked at", name, e);
            checks.add(Check.critical(
                    name,
                    text("it cannot be looked at", "確認できません"),
                    text("See the log of the node.", "ノードのログを確認してください。")));
        }
    }

    private Check jobs() {
        var failed = jobs.list().stream()
                .filter(job -> job.failed() != null)
                .map(Jobs.State::name)
                .toList();
        if (failed.isEmpty()) {
            return Check.ok("jobs", "all ran well", "すべて正常に実行");
        }
        var names = String.join(", ", failed);
        return Check.caution(
                "jobs",
                text("failed: " + names, "失敗: " + names),
                text(
                        "They are tried again by themselves. If one goes on failing, see the log of the node.",
                        "自動的に再試行します。失敗が続く場合はノードのログを確認してください。"));
    }

    /// Every check is well but for what one is to look at some time.
    public static boolean isWell(List<Check> checks) {
        return Stream.of(checks).flatMap(List::stream).noneMatch(one -> one.level() == Check.Level.CRITICAL);
    }
}
