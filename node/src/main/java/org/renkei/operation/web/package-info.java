/// The HTTP side of operation.
@NullMarked
package org.renkei.operation.web;

import org.jspecify.annotations.NullMarked;
