/// The relief desk at the API.
@NullMarked
package org.renkei.relief.web;

import org.jspecify.annotations.NullMarked;
