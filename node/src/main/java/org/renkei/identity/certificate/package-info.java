/// Client certificates of machines: what is taken for one, and what is kept of it.
@NullMarked
package org.renkei.identity.certificate;

import org.jspecify.annotations.NullMarked;
