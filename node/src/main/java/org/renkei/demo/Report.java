package org.renkei.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the nodes say of themselves at the end: whether every ledger and its copy agree, and who got how much.
record Report(boolean converged, double seconds, List<Map<String, Object>> nodes, List<Map<String, Object>> links) {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /// Waits until every partner holds and has confirmed exactly what was released to it, or until patience ends.
    static Report await(Federation federation, long startedNanos) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            var links = links(federation);
            var converged = links.stream().allMatch(Report::agree);
            if (converged || System.nanoTime() > deadline) {
                var seconds = (System.nanoTime() - startedNanos) / 1e9;
                return new Report(converged, Math.round(seconds * 10) / 10.0, nodes(federation), links);
            }
            Thread.sleep(200);
        }
    }

    private static boolean agree(Map<String, Object> link) {
        return Objects.equals(link.get("ledgerSize"), link.get("partnerSize"))
                && Objects.equals(link.get("ledgerRoot"), link.get("partnerRoot"))
                && Objects.equals(link.get("ledgerSize"), link.get("acknowledged"));
    }

    private static List<Map<String, Object>> nodes(Federation federation) {
        var nodes = new ArrayList<Map<String, Object>>();
        for (var node : federation.nodes()) {
            var records = node.get("/api/v1/node").path("records");
            var entry = new LinkedHashMap<String, Object>();
            entry.put("node", node.node().toString());
            entry.put("party", node.party());
            entry.put("records", records.path("total").asLong());
            entry.put("own", records.path("own").asLong());
            entry.put("received", records.path("received").asLong());
            nodes.add(entry);
        }
        return nodes;
    }

    private static List<Map<String, Object>> links(Federation federation) {
        var links = new ArrayList<Map<String, Object>>();
        for (var from : federation.nodes()) {
            for (var to : federation.nodes()) {
                if (from != to) {
                    links.add(link(from, to));
                }
            }
        }
        return links;
    }

    private static Map<String, Object> link(DemoNode from, DemoNode to) {
        var ledger = from.get("/api/v1/ledgers/" + to.party());
        var copy = to.get("/api/v1/ledgers/" + from.party()).path("received");
        var counts = ledger.path("counts");
        var entry = new LinkedHashMap<String, Object>();
        entry.put("from", from.party());
        entry.put("to", to.party());
        entry.put("ledgerSize", ledger.path("size").asLong());
        entry.put("ledgerRoot", ledger.path("root").asString());
        entry.put("partnerSize", copy.path("size").asLong());
        entry.put("partnerRoot", copy.path("root").asString());
        entry.put("acknowledged", ledger.path("acknowledged").path("size").asLong());
        for (var word : List.of("released", "redacted", "withheld", "recalled")) {
            entry.put(word, counts.path(word).asLong());
        }
        return entry;
    }
}
