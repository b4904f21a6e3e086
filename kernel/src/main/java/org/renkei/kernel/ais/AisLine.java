package org.renkei.kernel.ais;

/// What one line came to.
public sealed interface AisLine {
    /// The line completed a message.
    record Heard(AisMessage message, AisReception reception) implements AisLine {}

    /// A part of a message whose other parts are awaited, or one that another station brought already.
    record Part() implements AisLine {}

    /// Not AIS: other sentences of a receiver, comments, empty lines, times of the lines that follow.
    record Beside() implements AisLine {}

    record Refused(AisRefusal reason) implements AisLine {}
}
