/// The text of a file that somebody attached, taken out by a process of its own: whatever a file is made to
/// do to its reader, it does it there, with a bound on memory and time, and without anything of the node.
@NullMarked
package org.renkei.search.extraction;

import org.jspecify.annotations.NullMarked;
