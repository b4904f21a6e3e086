/// Agreements between parties: dated facts from which a release decision takes its authority. What is not known about
/// an agreement stays unknown, and an unknown date never counts in favour of release.
@NullMarked
package org.renkei.kernel.agreement;

import org.jspecify.annotations.NullMarked;
