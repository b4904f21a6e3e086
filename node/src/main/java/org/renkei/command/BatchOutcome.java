package org.renkei.command;

/// What the node did with one draft.
sealed interface BatchOutcome {

    record Stored() implements BatchOutcome {}

    record AlreadyKnown() implements BatchOutcome {}

    record Revised() implements BatchOutcome {}

    record Refused(String reason) implements BatchOutcome {}
}
