/// The difference view at the API.
@NullMarked
package org.renkei.difference.web;

import org.jspecify.annotations.NullMarked;
