/// Deterministic CBOR: the one byte form of a value. Hashes, signatures and the wire use it, so two nodes that
/// hold equal values hold equal bytes. The profile is RFC 8949 §4.2.1 without tags and without simple values
/// other than false, true and null; whatever else arrives is refused, never repaired.
@NullMarked
package org.renkei.kernel.cbor;

import org.jspecify.annotations.NullMarked;
