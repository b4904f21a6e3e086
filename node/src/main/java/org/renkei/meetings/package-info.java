/// The meetings desk: when and where bodies of nations meet, what stands on the agenda, and what came of
/// it. A statement on a meeting is a record of the kind `meeting-statement`, released like any other; a
/// meeting is folded from the statements that the caller sees
/// ([MeetingFold][org.renkei.kernel.meetings.MeetingFold]).
@ApplicationModule(
        displayName = "meetings desk",
        allowedDependencies = {
            "audit",
            "documents",
            "folds",
            "identity",
            "party",
            "problem",
            "records",
            "release",
            "settings",
            "sight"
        })
@NullMarked
package org.renkei.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
