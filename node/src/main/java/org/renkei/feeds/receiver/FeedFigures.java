package org.renkei.feeds.receiver;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What one feed has done since the node started.
public final class FeedFigures {
    private static final int EXAMPLES = 50;
    private static final int LONGEST = 200;
    private static final int SECONDS = 10;

    private final LongAdder messages = new LongAdder();
    private final LongAdder sightings = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final ArrayDeque<Example> examples = new ArrayDeque<>();
    private final long[] perSecond = new long[SECONDS + 1];
    private long second;
    private volatile long lag = -1;

    /// One refused line.
    ///
    /// @param at epoch milliseconds
    /// @param line its first 200 characters
    public record Example(long at, String reason, String line) {}

    /// How many lines were refused for one reason.
    public record Refusals(String reason, long count) {}

    public void message(long now) {
        messages.increment();
        synchronized (perSecond) {
            forward(now);
            perSecond[(int) (second % perSecond.length)]++;
        }
    }

    public void sighting(long lagMillis) {
        sightings.increment();
        lag = Math.max(0, lagMillis);
    }

    void lost(int messages) {
        lost.add(messages);
    }

    void duplicate() {
        duplicates.increment();
    }

    public void refused(String reason, String line, long now) {
        refused.computeIfAbsent(reason, first -> new LongAdder()).increment();
        var cut = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        var example = new Example(now, reason, printable(cut));
        synchronized (examples) {
            examples.addFirst(example);
            if (examples.size() > EXAMPLES) {
                examples.removeLast();
            }
        }
    }

    /// Control characters and bytes that are none of a receiver would break a table or a terminal.
    private static String printable(String line) {
        var text = new StringBuilder(line.length());
        line.chars().forEach(c -> text.append(Character.isISOControl(c) ? '·' : (char) c));
        return text.toString();
    }

    public long messages() {
        return messages.sum();
    }

    /// Or records, of a feed that yields those.
    public long sightings() {
        return sightings.sum();
    }

    public long duplicates() {
        return duplicates.sum();
    }

    /// Messages whose numbers are missing between those that came.
    public long lost() {
        return lost.sum();
    }

    /// The most frequent reason first.
    public List<Refusals> refusals() {
        return refused.entrySet().stream()
                .map(reason -> new Refusals(reason.getKey(), reason.getValue().sum()))
                .sorted(Comparator.comparingLong(Refusals::count).reversed().thenComparing(Refusals::reason))
                .toList();
    }

    /// Newest first.
    public List<Example> examples() {
        synchronized (examples) {
            return List.copyOf(examples);
        }
    }

    /// Messages a second, over the last ten whole seconds.
    public double rate(long now) {
        synchronized (perSecond) {
            forward(now);
            var sum = 0L;
            for (var i = 0; i < perSecond.length; i++) {
                sum += i == (int) (second % perSecond.length) ? 0 : perSecond[i];
            }
            return (double) sum / SECONDS;
        }
    }

    /// Milliseconds from the observation to this node's taking it further, of the newest sighting.
    public OptionalLong lag() {
        return lag < 0 ? OptionalLong.empty() : OptionalLong.of(lag);
    }

    private void forward(long now) {
        var here = now / 1000;
        if (here - second > perSecond.length) {
            second = here - perSecond.length;
        }
        while (second < here) {
            second++;
            perSecond[(int) (second % perSecond.length)] = 0;
        }
    }
}
