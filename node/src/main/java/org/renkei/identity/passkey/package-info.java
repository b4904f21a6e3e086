/// Passkeys (WebAuthn level 2): what the node asks of an authenticator, what it checks, and what it keeps.
@NullMarked
package org.renkei.identity.passkey;

import org.jspecify.annotations.NullMarked;
