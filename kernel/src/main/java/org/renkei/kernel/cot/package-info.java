/// Cursor on Target (CoT 2.0) and the TAK protocol version 1: events as XML, as protobuf, and one after the other in a
/// stream. [CotCutter][org.renkei.kernel.cot.CotCutter] cuts a stream into pieces,
/// [CotReader][org.renkei.kernel.cot.CotReader] reads a piece, [CotXml][org.renkei.kernel.cot.CotXml] and
/// [TakProtocol][org.renkei.kernel.cot.TakProtocol] write. Both forms are written after their public description; "not
/// known" is empty, never 9999999.
@NullMarked
package org.renkei.kernel.cot;

import org.jspecify.annotations.NullMarked;
