package org.renkei.simulator;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Events in plain words.
final class Story {
    private final Cast cast;

    Story(Cast cast) {
        this.cast = cast;
    }

    String who() {
        var text = new StringBuilder();
        cast.linked()
                .forEach(pair -> text.append(text.isEmpty() ? "" : ", ")
                        .append(party(pair.low()))
                        .append('–')
                        .append(party(pair.high())));
        cast.relays()
                .forEach((pair, between) -> text.append(", ")
                        .append(party(pair.low()))
                        .append('–')
                        .append(party(pair.high()))
                        .append(" by parcels over ")
                        .append(between.stream().map(this::party).collect(Collectors.joining(" and "))));
        cast.older().forEach(node -> text.append("; ").append(party(node)).append(" speaks version 1 only"));
        return text + (cast.realKeys() ? "; real keys" : "");
    }

    List<String> tell(List<Event> events) {
        return events.stream().map(this::tell).toList();
    }

    private String tell(Event event) {
        return switch (event) {
            case Event.Run(var steps, var dice) -> "nodes and net work for " + steps + " steps";
            case Event.Outage(var hours) -> hours + " hours pass";
            case Event.Write(var node, var dice) -> party(node) + " writes a record";
            case Event.Revise(var node, var dice) -> party(node) + " revises a record";
            case Event.Recall(var node, var dice) -> party(node) + " recalls a record";
            case Event.AgreementChange(var node, var partner, var change, var dice) ->
                party(node) + " notes of its agreement with " + party(partner) + ": "
                        + change.name().toLowerCase(Locale.ROOT);
            case Event.Cut(var pair, var forth, var back) ->
                "nothing passes from "
                        + (forth ? between(pair.low(), pair.high()) : "")
                        + (forth && back ? " and from " : "")
                        + (back ? between(pair.high(), pair.low()) : "");
            case Event.Heal(var pair) -> "the net between " + between(pair) + " is healed";
            case Event.Break(var pair, var dice) -> "the connection between " + between(pair) + " is lost";
            case Event.LateAttempt(var pair, var dice) ->
                "a call of " + party(pair.low()) + " that was given up reaches " + party(pair.high());
            case Event.Flip(var pair, var dice) -> "a bit flips on its way between " + between(pair);
            case Event.ClockJump(var node, var minutes) ->
                "the clock of " + party(node) + " jumps by " + minutes + " min";
            case Event.Crash(var node, var dice) -> party(node) + " crashes";
            case Event.Restart(var node) -> party(node) + " starts again";
            case Event.Backup(var node) -> "a backup of " + party(node) + " is made";
            case Event.Copy(var node, var dice) -> party(node) + " is replaced by an earlier copy of itself";
            case Event.Restore(var node, var dice) -> party(node) + " is restored from a backup";
            case Event.Export(var from, var to) -> party(from) + " writes a medium for " + party(to);
            case Event.Import(var node, var dice) -> party(node) + " imports one of the media made for it";
            case Event.Post(var from, var to) -> party(from) + " posts a parcel to " + party(to);
            case Event.Tamper(var node, var dice) -> party(node) + " drops, doubles or alters a parcel that it carries";
            case Event.Forge(var from, var to, var dice) ->
                "somebody forges a medium of " + party(from) + " for " + party(to);
            case Event.Rekey(var node) -> party(node) + " gets new keys";
            case Event.Rot(var node, var dice) -> "a byte of an attachment goes bad on the disk of " + party(node);
            case Event.Curiosity(var node, var partner, var dice) ->
                party(node) + " asks " + party(partner) + " for an attachment, whether it may have it or not";
            case Event.Damage(var node, var partner, var dice) ->
                "a leaf of the copy that " + party(node) + " holds of " + party(partner) + " goes bad";
        };
    }

    private String between(int from, int to) {
        return party(from) + " to " + party(to);
    }

    private String between(Pair pair) {
        return party(pair.low()) + " and " + party(pair.high());
    }

    private String party(int node) {
        return cast.party(node);
    }
}
