/// What goes wrong, as answers: RFC 9457 problem details in the caller's language. A refusal of the domain carries all
/// its reasons; a broken world says what to do.
@ApplicationModule(
        displayName = "Problem",
        allowedDependencies = {})
@NullMarked
package org.renkei.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
