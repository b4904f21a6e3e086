/// Sign-in by somebody else's word (OpenID Connect core 1.0, authorization code with PKCE): what the node asks the
/// provider, and what it takes for an answer.
@NullMarked
package org.renkei.identity.provider;

import org.jspecify.annotations.NullMarked;
