/// Values of many entries laid out by columns instead of rows, so that like stands beside like: the times of a batch
/// together, the words of a batch together. Sequences that a general compressor would treat as noise are written at
/// about their entropy; repetition is left for it to find. Nothing is lost: each entry comes back byte for byte.
@NullMarked
package org.renkei.kernel.link.column;

import org.jspecify.annotations.NullMarked;
