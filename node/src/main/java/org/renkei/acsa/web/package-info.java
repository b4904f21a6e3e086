/// The ACSA desk at the API.
@NullMarked
package org.renkei.acsa.web;

import org.jspecify.annotations.NullMarked;
