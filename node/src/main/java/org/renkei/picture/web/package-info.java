/// Tracks over HTTP.
@NullMarked
package org.renkei.picture.web;

import org.jspecify.annotations.NullMarked;
