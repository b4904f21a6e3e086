/// Machine translation at the API.
@NullMarked
package org.renkei.translation.web;

import org.jspecify.annotations.NullMarked;
