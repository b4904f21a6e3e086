package org.renkei.federation;

import java.util.Optional;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.telemetry.Fact;
import org.renkei.telemetry.Step;
import org.renkei.telemetry.Traces;

/// The steps of one conversation that are traced. The context goes to the partner, and is taken from it,
/// only where the settings of this node say so for that partner: it crosses where both do.
final class LinkTracing {
    private static final int VERSION = 3;

    private final Traces traces;
    private final Link link;
    private final TracedEntries heard = new TracedEntries();
    private volatile boolean understood;

    LinkTracing(Traces traces, Link link) {
        this.traces = traces;
        this.link = link;
    }

    void established(int version) {
        understood = version >= VERSION;
    }

    /// What is to go ahead of so many entries from a position on.
    Optional<LinkFrame> sending(long first, int count) {
        var upTo = first + count - 1;
        var from = link.traced().take(upTo);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        try (var step = traces.begin(Step.SEND, from.get())) {
            step.say(Fact.PARTY, link.partner().key()).say(Fact.COUNT, count);
            var context = step.context();
            return understood && link.partner().settings().traces() && context != null
                    ? Optional.of(new LinkFrame.Traced(upTo, context))
                    : Optional.empty();
        }
    }

    void heard(LinkEffect.Traced traced) {
        if (link.partner().settings().traces() && traces.isOn()) {
            heard.put(traced.upTo(), traced.context());
        }
    }

    void storing(LinkEffect.Store batch, Runnable work) {
        var from = heard.take(batch.size());
        if (from.isEmpty()) {
            work.run();
            return;
        }
        try (var step = traces.begin(Step.STORE, from.get())) {
            step.say(Fact.PARTY, link.partner().key())
                    .say(Fact.COUNT, batch.entries().size());
            work.run();
        }
    }
}
