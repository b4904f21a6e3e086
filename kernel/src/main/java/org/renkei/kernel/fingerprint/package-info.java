/// Fingerprints as people compare them.
@NullMarked
package org.renkei.kernel.fingerprint;

import org.jspecify.annotations.NullMarked;
