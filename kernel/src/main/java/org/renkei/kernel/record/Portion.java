package org.renkei.kernel.record;

import org.renkei.kernel.label.Label;

/// A part of a body with a label of its own, and what a party gets instead that may not hold it as it is.
public record Portion(JsonPointer at, Label label, Otherwise otherwise) {}
