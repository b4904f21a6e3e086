package org.renkei.audit.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditExport;
import org.renkei.audit.AuditLog;
import org.renkei.audit.AuditSeals;
import org.renkei.audit.KeptCheckpoints.Kept;
import org.renkei.audit.Readership;
import org.renkei.kernel.ledger.Hash;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Checkpoints of the audit log, and proofs against them.
@RestController
class SealController {
    private static final int KEPT = 200;

    private final AuditSeals seals;
    private final AuditExport export;
    private final AuditLog log;
    private final Readership readership;
    private final OpenEntries open;

    SealController(AuditSeals seals, AuditExport export, AuditLog log, Readership readership, OpenEntries open) {
        this.readership = readership;
        this.open = open;
        this.seals = seals;
        this.export = export;
        this.log = log;
    }

    record CheckpointView(long size, String root, String checkpoint) {
        static CheckpointView of(AuditSeals.SignedLog signed) {
            return new CheckpointView(
                    signed.checkpoint().size(), signed.checkpoint().root().hex(), signed.text());
        }
    }

    record KeptView(List<Kept> checkpoints) {}

    /// Everything that the leaf is made of, and the way from it to the root. `details` are the text that is hashed.
    record ProofView(
            long position,
            String time,
            String actor,
            String event,
            @Nullable UUID record,
            @Nullable String party,
            String details,
            String leaf,
            long size,
            String root,
            List<String> path,
            String checkpoint) {}

    record ConsistencyView(Kept first, CheckpointView second, List<String> path) {}

    @GetMapping("/api/v1/audit/checkpoint")
    CheckpointView checkpoint() {
        return CheckpointView.of(seals.checkpoint());
    }

    @GetMapping("/api/v1/audit/checkpoints")
    KeptView kept() {
        return new KeptView(seals.listKept(KEPT));
    }

    @GetMapping("/api/v1/audit/proof")
    ProofView proof(@RequestParam long position, Principal reader) {
        var proof = seals.proof(position);
        var entry = proof.entry();
        var event = entry.event();
        if (!open.isOpen(entry, reader)) {
            throw notYours(position);
        }
        var signed = proof.signed();
        return new ProofView(
                entry.position(),
                entry.at().toString(),
                event.actor(),
                event.event(),
                event.record(),
                event.party(),
                entry.details(),
                entry.leafHash().hex(),
                signed.checkpoint().size(),
                signed.checkpoint().root().hex(),
                proof.path().stream().map(Hash::hex).toList(),
                signed.text());
    }

    @GetMapping("/api/v1/audit/consistency")
    ConsistencyView consistency(@RequestParam long first) {
        var proof = seals.consistency(first);
        return new ConsistencyView(
                proof.first(),
                CheckpointView.of(proof.second()),
                proof.path().stream().map(Hash::hex).toList());
    }

    @GetMapping("/api/v1/audit/export")
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            Principal caller) {
        if (!readership.knowsAll(caller)) {
            throw notWhole();
        }
        var stretch = seals.stretch(from, until);
        log.record(new AuditEvent(
                caller.getName(), "audit-exported", null, null, Map.of("from", stretch.first(), "to", stretch.last())));
        var name = "audit-%s-%d-%d.jsonl".formatted(stretch.node().replace('/', '-'), stretch.first(), stretch.last());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/jsonl"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(out -> export.write(stretch, out));
    }

    /// As if there were no such entry.
    private static Problem notYours(long position) {
        return new Problem(
                Category.NOT_FOUND, "the audit log has no entry " + position, "監査記録に " + position + " 件目はありません");
    }

    private static Problem notWhole() {
        return new Problem(
                Category.CONFLICT,
                "an export holds all that happened, and you are not cleared for all of it: ask an auditor who is",
                "書き出しにはすべての事象が含まれ、あなたの適格性では一部を閲覧できません。適格性のある監査担当に依頼してください");
    }
}
