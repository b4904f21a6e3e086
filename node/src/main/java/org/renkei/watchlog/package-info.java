/// The log of the watch of this node: who has the watch, what happened on it, and what the node suggests to
/// enter. Entries are records of the kind `watch-entry`, released like any other and kept at home unless
/// their writer says otherwise; nothing is kept beside them. The log is folded from the entries that the
/// caller sees ([WatchLog][org.renkei.kernel.watchlog.WatchLog]).
@ApplicationModule(
        displayName = "watch log",
        allowedDependencies = {
            "audit",
            "cases",
            "documents",
            "federation",
            "identity",
            "party",
            "problem",
            "records",
            "release",
            "review",
            "settings",
            "sight"
        })
@NullMarked
package org.renkei.watchlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
