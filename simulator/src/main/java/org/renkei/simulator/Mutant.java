package org.renkei.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A fault planted in the simulated host, to show that a history would find it.
enum Mutant {
    CURSOR_FIRST("the cursor is advanced before the data is durable"),
    SERIAL_CURSOR("what commits after a later number is passed over, as with a bare serial cursor"),
    SIGNATURE_UNCHECKED("a checkpoint is believed without looking at its signature"),
    RECALL_LOST("a recall is noted for the ledger in memory only, and a crash loses it"),
    GAP_IN_POSITIONS("now and then a position of a ledger is left out"),
    LABEL_LOST("a redacted form goes out under a lower label"),
    ADVANCE_OVER_LATER("an entry takes effect although a later position of its record did"),
    NO_BLANKS("content that was recalled before its delivery is sent all the same"),
    ACK_BEFORE_DURABLE("entries are confirmed before they are durable"),
    NO_RECOVERY("a node restored from a backup goes on signing without asking for what it has lost"),
    MEDIUM_TWICE("a medium that comes again is applied again"),
    END_IGNORED("the receiver keeps what was released only until a moment that has passed"),
    NOT_DECIDED_AGAIN("a changed agreement is noted, and nothing is decided again"),
    NOT_HELD("after a changed agreement the ledger goes on leaving while it is being decided again"),
    WRONG_FORM("now and then a partner gets the form that was made for another"),
    ROOT_UNCHECKED("the root in a confirmation or greeting is not compared"),
    REDACTION_FORGOTTEN("one portion of those withheld is left in"),
    RECALL_IGNORED("the receiver notes a recall and keeps the content"),
    TAIL_DROPPED("what was written since a backup and never signed is dropped at recovery"),
    AHEAD_FORGOTTEN("a restored node does not ask for what went ahead of its turn"),
    CONTENT_TO_ANYBODY("whoever knows the digest of an attachment is given its content"),
    CONTENT_WHILE_HELD("contents of attachments go on leaving while their records are decided again"),
    CONTENT_KEPT("the content of an attachment stays when its record was recalled"),
    CONTENT_UNVERIFIED("the content of an attachment is taken for whole without its digest"),
    CONTENT_CURSOR_FIRST("how far a content has come is noted before its bytes are durable"),
    PARCEL_READABLE("a parcel is sealed to the first node on its way and not to the last"),
    LAYER_TELLS_MORE("a relay is told where a parcel ends, not only where it goes next"),
    PARCEL_ACK_EARLY("a relay confirms a parcel before it is durable"),
    PARCEL_NOT_WITHDRAWN("a parcel that has not left stays as it is when something in it is taken back"),
    OLD_KEY_COUNTS("a key that was given up still counts for whatever is signed with it"),
    SUCCESSION_UNCHECKED("new keys are taken without looking at who signed for them");

    private final String sentence;

    Mutant(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /// For example `cursor-first`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Mutant> find(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
