/// The phone book: how offices are reached, as their nations say it.
@NullMarked
package org.renkei.kernel.contacts;

import org.jspecify.annotations.NullMarked;
