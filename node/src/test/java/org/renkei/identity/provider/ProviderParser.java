package org.renkei.identity.provider;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.renkei.settings.NodeSettings.Names;
import org.renkei.settings.NodeSettings.Provider;
import org.renkei.testing.TestProvider;

/// Reads what an identity provider answers: metadata, keys, tokens of people who sign in and out.
public final class ProviderParser implements AutoCloseable {
    private final TestProvider provider;
    private final ProviderWords words;
    private final Nonces nonces = Nonces.of(new byte[32]);
    private final String keys;

    public ProviderParser() throws IOException {
        provider = new TestProvider().person("officer", "", "watch");
        keys = provider.keys();
        words = new ProviderWords(new Provider(
                provider.issuer(),
                "renkei",
                Path.of("no-secret"),
                new Names("Provider", "プロバイダー"),
                "preferred_username",
                false,
                "groups",
                Map.of()));
    }

    public void metadata(String text) throws ProviderRefusal {
        words.metadata(text);
    }

    /// A set of keys, and a sound token against them.
    public void keys(String text) throws ProviderRefusal {
        words.said(words.token(answer()), words.keys(text), nonces);
    }

    public void token(String text) throws ProviderRefusal {
        words.said(words.token("{\"id_token\":\"" + text + "\"}"), words.keys(keys), nonces);
    }

    public void answer(String text) throws ProviderRefusal {
        words.said(words.token(text), words.keys(keys), nonces);
    }

    public void logout(String text) throws ProviderRefusal {
        words.signedOut(words.logout(text, Instant.now()), words.keys(keys));
    }

    public String answer() {
        return "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token() + "\"}";
    }

    public String token() {
        return provider.token(nonces.nonce().getValue());
    }

    public List<String> logouts() {
        return List.of(provider.logout("officer", "s", ""), provider.logout("officer", null, "made long ago"));
    }

    public String metadata() {
        return provider.metadata();
    }

    public String keys() {
        return keys;
    }

    @Override
    public void close() {
        provider.close();
    }
}
