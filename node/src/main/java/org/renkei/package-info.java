/// One node of one nation. Every direct subpackage is a module; dependencies run from the desks through picture,
/// federation, release and records to the kernel, never back.
@NullMarked
package org.renkei;

import org.jspecify.annotations.NullMarked;
