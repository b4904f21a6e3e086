/// Parties, policies and agreements over HTTP, to read; changes go through the release module, which decides again.
@NullMarked
package org.renkei.party.web;

import org.jspecify.annotations.NullMarked;
