/// The unit of sharing: a record with its revisions, labels and body, and its one encoding for hashing and the wire.
@NullMarked
package org.renkei.kernel.record;

import org.jspecify.annotations.NullMarked;
