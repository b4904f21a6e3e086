package org.renkei.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;

/// Passwords that are tried first (OWASP ASVS 5.0, 6.2.4 and 6.2.11): the common ones, and what people make of
/// them and of words of the place to fulfil a rule: doubled, with a year behind, with digits for letters. Guesses are
/// counted by zxcvbn with its 30,000 common passwords.
final class GuessablePasswords {
    /// 10¹⁰ guesses: below it a password falls to guessing that nobody slows down.
    private static final double LEAST_GUESSES = 1e10;

    /// What stands behind only adds; reading it takes time by its square.
    private static final int LOOKED_AT = 64;

    private static final List<String> OF_THE_PLACE =
            List.of("renkei", "連携", "kumamoto", "ichigaya", "yokosuka", "yokota");

    /// Reads its lists, which are large: it is made where a password is chosen, and not kept.
    private final Zxcvbn guessing = new Zxcvbn();

    boolean contains(String password, String signInName) {
        var words = new ArrayList<>(OF_THE_PLACE);
        words.add(signInName);
        words.addAll(List.of(signInName.split("[^\\p{L}\\p{N}]+")));
        var start = password.substring(0, Math.min(password.length(), LOOKED_AT));
        return guessing.measure(start, words).getGuesses() < LEAST_GUESSES;
    }
}
