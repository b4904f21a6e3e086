/// What two nations said, subject by subject: what the one said beside what the other said of the same.
@NullMarked
package org.renkei.kernel.difference;

import org.jspecify.annotations.NullMarked;
