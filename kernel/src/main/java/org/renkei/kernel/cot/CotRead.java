package org.renkei.kernel.cot;

/// What one piece of a stream came to.
public sealed interface CotRead {
    record Heard(CotEvent event) implements CotRead {}

    /// A frame that only says which versions of the TAK protocol its sender speaks.
    record Control(TakControl control) implements CotRead {}

    record Refused(CotRefusal reason) implements CotRead {}
}
