/// Netting between two nations: what they owe each other is set off, delivery by delivery, under an authority on each
/// side. The gross postings stay.
@NullMarked
package org.renkei.kernel.acsa.netting;

import org.jspecify.annotations.NullMarked;
