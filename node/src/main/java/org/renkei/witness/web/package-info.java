/// The HTTP side of the witness.
@NullMarked
package org.renkei.witness.web;

import org.jspecify.annotations.NullMarked;
