/// What the digits of NATO stock numbers say.
@NullMarked
package org.renkei.acsa.supply;

import org.jspecify.annotations.NullMarked;
