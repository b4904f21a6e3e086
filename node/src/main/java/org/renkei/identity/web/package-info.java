/// Sign-in, account and people at the API.
@NullMarked
package org.renkei.identity.web;

import org.jspecify.annotations.NullMarked;
