package org.renkei.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.stereotype.Component;

/// Passwords as Argon2id (RFC 9106) in the text form of its reference implementation, parameters included, so that they
/// can grow: a password kept with others is kept anew at the next sign-in. 19 MiB, two passes, one lane is what OWASP's
/// Password Storage Cheat Sheet asks for at least. Few are computed at once: each takes that much memory.
@Component
class Passwords {
    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 128;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 3;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");
    private static final String PARAMETERS = "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final LongAdder work = new LongAdder();
    private final String nobodys = text(new byte[SALT_BYTES], new byte[HASH_BYTES]);

    String keep(String password) {
        var salt = Secret.bytes(SALT_BYTES);
        return text(salt, hash(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
    }

    private static String text(byte[] salt, byte[] hash) {
        var text = Base64.getEncoder().withoutPadding();
        return PARAMETERS + text.encodeToString(salt) + "$" + text.encodeToString(hash);
    }

    boolean matches(String password, String kept) {
        var form = FORM.matcher(kept);
        if (!form.matches()) {
            throw new IllegalStateException("a kept password is not in the form that this node writes");
        }
        var salt = Base64.getDecoder().decode(form.group(4));
        var right = Base64.getDecoder().decode(form.group(5));
        var memory = Integer.parseInt(form.group(1));
        var passes = Integer.parseInt(form.group(2));
        var lanes = Integer.parseInt(form.group(3));
        return MessageDigest.isEqual(right, hash(password, salt, memory, passes, lanes, right.length));
    }

    /// Takes as long as [#matches], for a name that nobody has.
    void matchNobody(String password) {
        matches(password, nobodys);
    }

    /// What was computed so far, in KiB times passes: the same for whoever asks.
    long work() {
        return work.sum();
    }

    /// Whether it was kept with other parameters than today's.
    boolean isOutdated(String kept) {
        return !kept.startsWith(PARAMETERS);
    }

    private byte[] hash(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        var hash = new byte[length];
        work.add((long) memory * passes);
        places.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            places.release();
        }
        return hash;
    }
}
