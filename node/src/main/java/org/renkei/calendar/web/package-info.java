/// The calendars for programs of others.
@NullMarked
package org.renkei.calendar.web;

import org.jspecify.annotations.NullMarked;
