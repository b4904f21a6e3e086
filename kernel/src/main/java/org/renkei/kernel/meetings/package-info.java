/// Meetings of bodies of two or more nations: when and where, what stands on the agenda, and what came of
/// it. A meeting is the fold of the statements of its nations ([MeetingFold]); an item of the agenda that
/// not all are told of shifts neither number nor order of the others.
@NullMarked
package org.renkei.kernel.meetings;

import org.jspecify.annotations.NullMarked;
