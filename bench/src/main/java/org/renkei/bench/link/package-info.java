/// What a batch of the ledger costs on a slow link: bytes and processor time, for records given as a file.
@NullMarked
package org.renkei.bench.link;

import org.jspecify.annotations.NullMarked;
