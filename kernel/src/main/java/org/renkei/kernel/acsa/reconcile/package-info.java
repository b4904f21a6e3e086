/// The books of two nations held against each other by machine: what each says of its account, and where they differ.
@NullMarked
package org.renkei.kernel.acsa.reconcile;

import org.jspecify.annotations.NullMarked;
