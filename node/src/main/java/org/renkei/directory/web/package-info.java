/// The directory at the API.
@NullMarked
package org.renkei.directory.web;

import org.jspecify.annotations.NullMarked;
