/// The public view for browsers and programs, and its switch at the API.
@NullMarked
package org.renkei.publication.web;

import org.jspecify.annotations.NullMarked;
