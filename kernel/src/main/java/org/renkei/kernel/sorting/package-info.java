/// Taking a few of many.
@NullMarked
package org.renkei.kernel.sorting;

import org.jspecify.annotations.NullMarked;
