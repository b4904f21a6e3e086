package org.renkei.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What the node asks of authenticators, and whether their answers hold (WebAuthn level 2, §7.1 and §7.2): the
/// person is verified each time, keys are kept by the authenticator together with whose they are, and where an
/// authenticator comes from does not matter.
@Component
public class Authenticators {
    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

    /// Bytes of each part of an answer: many times what authenticators write, and few enough that no reader of CBOR
    /// makes much of them.
    private static final Map<String, Integer> MOST = Map.of(
            "rawId",
            1023,
            "attestationObject",
            8 * 1024,
            "authenticatorData",
            2 * 1024,
            "clientDataJSON",
            8 * 1024,
            "signature",
            1024,
            "userHandle",
            64);

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            algorithm(COSEAlgorithmIdentifier.ES256),
            algorithm(COSEAlgorithmIdentifier.EdDSA),
            algorithm(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    /// Whose passkey is to be made.
    public record Owner(UUID id, String signInName, String name) {}

    /// `PublicKeyCredentialCreationOptionsJSON`; those that the owner has are not made again.
    public Map<String, Object> creation(byte[] challenge, Place place, String node, Owner owner, List<Passkey> had) {
        var options = new LinkedHashMap<String, Object>();
        options.put("rp", Map.of("id", place.domain(), "name", "Renkei " + node));
        options.put(
                "user", Map.of("id", text(bytes(owner.id())), "name", owner.signInName(), "displayName", owner.name()));
        options.put("challenge", text(challenge));
        options.put(
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(one ->
                                Map.of("type", "public-key", "alg", one.getAlg().getValue()))
                        .toList());
        options.put("timeout", Challenges.HOLDS.toMillis());
        options.put("excludeCredentials", descriptors(had));
        options.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        options.put("attestation", "none");
        return options;
    }

    /// `PublicKeyCredentialRequestOptionsJSON`.
    ///
    /// @param allowed empty for any that is kept for the domain
    public Map<String, Object> request(byte[] challenge, Place place, List<Passkey> allowed) {
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", text(challenge));
        options.put("rpId", place.domain());
        options.put("timeout", Challenges.HOLDS.toMillis());
        options.put("userVerification", "required");
        options.put("allowCredentials", descriptors(allowed));
        return options;
    }

    /// The passkey that an authenticator has made.
    ///
    /// @param answer `RegistrationResponseJSON`
    public Passkey made(JsonNode answer, byte[] challenge, Place place, UUID person, String name, Instant now)
            throws PasskeyRefusal {
        try {
            var response = answer.path("response");
            var data = manager.verify(
                    new RegistrationRequest(
                            decoded(response, "attestationObject"), decoded(response, "clientDataJSON")),
                    new RegistrationParameters(server(challenge, place), ALGORITHMS, true, true));
            var authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return new Passkey(
                    UUID.randomUUID(),
                    person,
                    credential.getCredentialId(),
                    place.domain(),
                    converter.getCborConverter().writeValueAsBytes(credential.getCOSEKey()),
                    authenticator.getSignCount(),
                    transports(response),
                    Objects.requireNonNull(credential.getAaguid().getValue()),
                    authenticator.isFlagBE(),
                    authenticator.isFlagBS(),
                    name,
                    now,
                    null);
        } catch (RuntimeException e) {
            // Bytes of strangers go through parsers here: whatever they fail with is a refusal.
            throw PasskeyRefusal.of(e);
        }
    }

    /// The identity of the passkey that an answer says it is by; nothing is checked yet.
    public byte[] credentialId(JsonNode answer) throws PasskeyRefusal {
        try {
            return decoded(answer, "rawId");
        } catch (RuntimeException e) {
            throw PasskeyRefusal.of(e);
        }
    }

    /// What changes with a use.
    public record Use(long signCount, boolean copied) {}

    /// Whether this passkey gave the answer, for this question, at this place, with its owner verified.
    ///
    /// @param answer `AuthenticationResponseJSON`
    public Use used(JsonNode answer, byte[] challenge, Place place, Passkey passkey) throws PasskeyRefusal {
        try {
            var response = answer.path("response");
            var owner = decoded(response, "userHandle");
            if (!Arrays.equals(owner, bytes(passkey.person()))) {
                throw new PasskeyRefusal("other-owner");
            }
            if (!passkey.domain().equals(place.domain())) {
                throw new PasskeyRefusal("other-domain");
            }
            var data = manager.verify(
                    new AuthenticationRequest(
                            passkey.credentialId(),
                            owner,
                            decoded(response, "authenticatorData"),
                            decoded(response, "clientDataJSON"),
                            decoded(response, "signature")),
                    new AuthenticationParameters(server(challenge, place), kept(passkey), null, true, true));
            var authenticator = Objects.requireNonNull(data.getAuthenticatorData());
            return new Use(authenticator.getSignCount(), authenticator.isFlagBS());
        } catch (RuntimeException e) {
            throw PasskeyRefusal.of(e);
        }
    }

    private CredentialRecordImpl kept(Passkey passkey) {
        var key = converter.getCborConverter().readValue(passkey.publicKey(), COSEKey.class);
        var credential = new AttestedCredentialData(
                new AAGUID(passkey.authenticator()), passkey.credentialId(), Objects.requireNonNull(key));
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.copyable(),
                passkey.copied(),
                passkey.signCount(),
                credential,
                null,
                null,
                null,
                Set.of());
    }

    private static ServerProperty server(byte[] challenge, Place place) {
        return ServerProperty.builder()
                .origin(Origin.create(place.origin()))
                .rpId(place.domain())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static List<Map<String, Object>> descriptors(List<Passkey> passkeys) {
        return passkeys.stream()
                .map(one -> Map.<String, Object>of(
                        "type", "public-key", "id", text(one.credentialId()), "transports", one.transports()))
                .toList();
    }

    private static List<String> transports(JsonNode response) {
        var known = new TreeSet<String>();
        response.path("transports")
                .valueStream()
                .map(one -> one.asString(""))
                .filter(TRANSPORTS::contains)
                .forEach(known::add);
        return List.copyOf(known);
    }

    private static byte[] decoded(JsonNode node, String key) {
        var bytes = Base64.getUrlDecoder().decode(node.path(key).asString(""));
        if (bytes.length == 0 || bytes.length > Objects.requireNonNull(MOST.get(key))) {
            throw new IllegalArgumentException(key);
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }
}
