/// TAK clients over HTTP.
@NullMarked
package org.renkei.tak.web;

import org.jspecify.annotations.NullMarked;
