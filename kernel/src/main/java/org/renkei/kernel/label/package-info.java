/// Confidentiality labels: what a record or a portion of it is marked with, how labels combine, their text form and
/// their STANAG 4774 form. A label says what its author allows; whether a party may hold the thing is decided in
/// `org.renkei.kernel.release`.
@NullMarked
package org.renkei.kernel.label;

import org.jspecify.annotations.NullMarked;
