package org.renkei.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The list of this node's jobs. Whoever does something by a timer has it watched here.
@Component
public class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Map<String, Job> jobs = Collections.synchronizedMap(new TreeMap<>());
    private final Clock clock;

    Jobs(Clock clock) {
        this.clock = clock;
    }

    /// How one job stands.
    ///
    /// @param failed what kind of failure ended the last run, null when it went well
    /// @param why in its own words: they may hold anything
    public record State(
            String name,
            Duration every,
            @Nullable Instant last,
            @Nullable Duration took,
            @Nullable String failed,
            @Nullable String why,
            @Nullable Instant next,
            boolean running) {}

    /// The same work, watched; a name stands for one job.
    public Runnable watch(String name, Duration every, Runnable work) {
        var job = new Job(name, every, work, clock);
        jobs.put(name, job);
        return job;
    }

    public List<State> list() {
        synchronized (jobs) {
            return jobs.values().stream().map(Job::state).toList();
        }
    }

    /// Begins one now, besides its turn.
    public void runNow(String name) {
        var job = jobs.get(name);
        if (job == null) {
            throw new Problem(Category.NOT_FOUND, "there is no job '" + name + "'", "ジョブ " + name + " はありません");
        }
        Thread.ofVirtual().name("job-" + name).start(() -> {
            try {
                job.run();
            } catch (RuntimeException e) {
                LOG.error("job {} failed", name, e);
            }
        });
    }
}
