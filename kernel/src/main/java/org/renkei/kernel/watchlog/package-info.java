/// The log of the watch: what happened, was decided, ordered and said on a watch, and who had it when. It
/// is made of entries that are records; nothing in it is changed or taken out, and what was wrong is put
/// right by a further entry.
@NullMarked
package org.renkei.kernel.watchlog;

import org.jspecify.annotations.NullMarked;
