/// Search at the API.
@NullMarked
package org.renkei.search.web;

import org.jspecify.annotations.NullMarked;
