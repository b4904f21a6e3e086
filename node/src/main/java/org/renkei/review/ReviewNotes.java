package org.renkei.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.review.Cause;
import org.renkei.kernel.review.Gate;
import org.renkei.kernel.review.Gate.Passage;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.release.Gatekeeper.Note;

/// What policy and officers added to a decision, in words for the origin's own people.
final class ReviewNotes {
    private ReviewNotes() {}

    static List<Note> of(Passage passage, ReleasePolicy policy) {
        return switch (passage) {
            case Passage.Open(var decision, var by) -> by == null ? List.of() : List.of(of(by, policy));
            case Passage.Waiting(var decision, var question) -> waiting(question, policy);
        };
    }

    private static Note of(Gate.Held by, ReleasePolicy policy) {
        return switch (by) {
            case Gate.Held.ByRule(var rule) ->
                new Note(
                        "release-policy",
                        false,
                        "the release policy (version " + policy.version() + ") withholds this: rule " + rule.id(),
                        "開示方針（第 " + policy.version() + " 版）の規則 " + rule.id() + " により不開示",
                        "the policy would have to be changed by two officers",
                        "開示方針を担当官 2 名で改める必要があります");
            case Gate.Held.ByRuling(var ruling)
            when ruling.released() ->
                new Note(
                        "release-officer",
                        true,
                        "a release officer took out " + places(ruling.cuts()),
                        "開示担当官が " + places(ruling.cuts()) + " を除外",
                        null,
                        null);
            case Gate.Held.ByRuling(var ruling) ->
                new Note(
                        "release-officer",
                        false,
                        "a release officer ruled that this is not released",
                        "開示担当官が不開示と判断",
                        "a release officer can lift the ruling",
                        "開示担当官が判断を取り消せば開示できます");
        };
    }

    private static List<Note> waiting(Gate.Question question, ReleasePolicy policy) {
        var notes = new ArrayList<Note>();
        for (var cause : question.causes()) {
            if (cause == Cause.CONSENT) {
                // The rules have said so themselves.
                continue;
            }
            notes.add(new Note(
                    "review-" + cause.code(),
                    false,
                    "waits for a release officer: " + english(cause, policy),
                    "開示担当官の審査待ち: " + japanese(cause, policy),
                    question.persons() == 1 ? "one officer can release it" : "two officers must agree",
                    question.persons() == 1 ? "担当官 1 名で開示できます" : "担当官 2 名の一致が必要です"));
        }
        return notes;
    }

    private static String english(Cause cause, ReleasePolicy policy) {
        return switch (cause) {
            case ALWAYS -> "the policy asks for it";
            case FIRST_OF_KIND -> "nothing of this kind was ever released to this party";
            case DOWNGRADE -> "it is marked less strictly than before";
            case EXERCISE_MIX -> "exercise and real things stand in one record";
            case MANY -> "more than " + policy.many() + " records by one author within " + policy.manyHours() + " h";
            case CONSENT -> "another nation's consent is missing";
            case RULED_OTHERWISE -> "an officer had cut it, and it is marked otherwise since";
        };
    }

    private static String japanese(Cause cause, ReleasePolicy policy) {
        return switch (cause) {
            case ALWAYS -> "方針による";
            case FIRST_OF_KIND -> "この種別をこの相手に開示するのは初めて";
            case DOWNGRADE -> "区分表示が前の版より緩い";
            case EXERCISE_MIX -> "訓練と実際が一つの記録に混在";
            case MANY -> "同じ作成者による " + policy.manyHours() + " 時間以内の " + policy.many() + " 件を超える";
            case CONSENT -> "他国の同意がない";
            case RULED_OTHERWISE -> "担当官が一部を除外した後に区分表示が変わった";
        };
    }

    private static String places(List<JsonPointer> cuts) {
        return cuts.stream().map(JsonPointer::toString).collect(Collectors.joining(", "));
    }
}
