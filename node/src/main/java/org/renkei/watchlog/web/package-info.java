/// The log of the watch at the API.
@NullMarked
package org.renkei.watchlog.web;

import org.jspecify.annotations.NullMarked;
