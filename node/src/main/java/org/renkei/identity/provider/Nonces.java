package org.renkei.identity.provider;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The three random texts of one sign-in, all from one secret that stays here: what ties the answer to the browser, the
/// token to the question, and the code to the node.
record Nonces(State state, Nonce nonce, CodeVerifier verifier) {
    static Nonces of(byte[] secret) {
        return new Nonces(
                new State(derived(secret, "state")),
                new Nonce(derived(secret, "nonce")),
                new CodeVerifier(derived(secret, "verifier")));
    }

    private static String derived(byte[] secret, String what) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var bytes = mac.doFinal(what.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
