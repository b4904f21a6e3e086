package org.renkei.kernel.release;

import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Otherwise;

/// A place in the body that a party does not get as it is, and what is done to it.
public record Redaction(JsonPointer at, Otherwise otherwise) {}
