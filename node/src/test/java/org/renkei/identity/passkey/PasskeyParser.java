package org.renkei.identity.passkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.renkei.testing.SoftAuthenticator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads what authenticators answer when a passkey is made and when it is used: the whole as JSON, or the one part of
/// it that they write themselves, put into an answer that is sound otherwise.
public final class PasskeyParser {
    private static final byte[] CHALLENGE = new byte[32];
    private static final UUID PERSON = new UUID(1, 2);
    private static final Place PLACE = new Place("http://localhost:8081", "localhost");

    private final Authenticators authenticators = new Authenticators();
    private final ObjectNode made;
    private final ObjectNode used;
    private final Passkey passkey;

    public PasskeyParser() throws PasskeyRefusal {
        var authenticator = new SoftAuthenticator(PLACE.origin());
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(ownerBytes());
        var options = JsonMapper.shared().createObjectNode();
        options.put("challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(CHALLENGE));
        options.put("rpId", PLACE.domain());
        options.putObject("rp").put("id", PLACE.domain());
        options.putObject("user").put("id", id);
        made = (ObjectNode) JsonMapper.shared().readTree(authenticator.create(options));
        used = (ObjectNode) JsonMapper.shared().readTree(authenticator.use(options));
        passkey = authenticators.made(made, CHALLENGE, PLACE, PERSON, "phone", Instant.EPOCH);
        used(used.toString());
    }

    private static byte[] ownerBytes() {
        return ByteBuffer.allocate(16).putLong(1).putLong(2).array();
    }

    public void made(String json) throws PasskeyRefusal {
        made(JsonMapper.shared().readTree(json));
    }

    public void used(String json) throws PasskeyRefusal {
        var answer = JsonMapper.shared().readTree(json);
        authenticators.credentialId(answer);
        authenticators.used(answer, CHALLENGE, PLACE, passkey);
    }

    /// @param attestation CBOR
    public void attestation(byte[] attestation) throws PasskeyRefusal {
        made(with(made, "attestationObject", attestation));
    }

    public void authenticatorData(byte[] data) throws PasskeyRefusal {
        used(with(used, "authenticatorData", data).toString());
    }

    public void clientData(byte[] data) throws PasskeyRefusal {
        used(with(used, "clientDataJSON", data).toString());
    }

    private void made(JsonNode answer) throws PasskeyRefusal {
        authenticators.made(answer, CHALLENGE, PLACE, PERSON, "phone", Instant.EPOCH);
    }

    private static JsonNode with(ObjectNode answer, String part, byte[] bytes) {
        var changed = answer.deepCopy();
        ((ObjectNode) changed.path("response"))
                .put(part, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return changed;
    }

    public byte[] madeSample() {
        return made.toString().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] usedSample() {
        return used.toString().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] part(boolean ofMade, String name) {
        return Base64.getUrlDecoder()
                .decode((ofMade ? made : used).path("response").path(name).asString());
    }
}
