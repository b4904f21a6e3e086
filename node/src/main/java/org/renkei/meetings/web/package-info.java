/// The meetings desk at the API.
@NullMarked
package org.renkei.meetings.web;

import org.jspecify.annotations.NullMarked;
