/// Saved views over HTTP.
@NullMarked
package org.renkei.views.web;

import org.jspecify.annotations.NullMarked;
