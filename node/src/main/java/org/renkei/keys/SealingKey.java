package org.renkei.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.pqc.crypto.xwing.XWingKeyGenerationParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingKeyPairGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

/// The X-Wing key pair of this node: others seal with its public part, which stands in the node card.
public final class SealingKey implements Unsealing {
    private final byte[] privateKey;
    private final byte[] publicKey;

    private SealingKey(byte[] privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    static SealingKey open(Path folder) throws IOException {
        var privateFile = folder.resolve("x-wing.key");
        var publicFile = folder.resolve("x-wing.pub");
        if (!Files.exists(privateFile)) {
            var generator = new XWingKeyPairGenerator();
            generator.init(new XWingKeyGenerationParameters(new SecureRandom()));
            var pair = generator.generateKeyPair();
            NodeKeys.writePem(
                    publicFile, "XWING PUBLIC KEY", ((XWingPublicKeyParameters) pair.getPublic()).getEncoded());
            NodeKeys.writePem(
                    privateFile, "XWING PRIVATE KEY", ((XWingPrivateKeyParameters) pair.getPrivate()).getEncoded());
        }
        return new SealingKey(NodeKeys.readPem(privateFile), NodeKeys.readPem(publicFile));
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public void open(byte[] context, InputStream sealed, OutputStream plain) throws IOException {
        Sealing.open(privateKey, context, sealed, plain);
    }

    /// The same with whichever key it was sealed to.
    static void openWithOneOf(List<SealingKey> keys, byte[] context, InputStream sealed, OutputStream plain)
            throws IOException {
        Sealing.open(keys.stream().map(key -> key.privateKey).toList(), context, sealed, plain);
    }

    @Override
    public String toString() {
        return "SealingKey";
    }
}
