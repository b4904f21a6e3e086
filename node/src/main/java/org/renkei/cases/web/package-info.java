/// The coordination desk at the API.
@NullMarked
package org.renkei.cases.web;

import org.jspecify.annotations.NullMarked;
