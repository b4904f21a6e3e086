package org.renkei.tak;

import java.util.List;
import java.util.UUID;
import org.renkei.kernel.cot.CotEvent;

/// One track as it is given out.
///
/// @param uids under which clients that sent it know it themselves
record TakItem(UUID id, CotEvent event, List<String> uids) {}
