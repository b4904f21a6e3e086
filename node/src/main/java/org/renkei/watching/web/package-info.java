/// The watch at the API.
@NullMarked
package org.renkei.watching.web;

import org.jspecify.annotations.NullMarked;
