package org.renkei.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A parser of what comes from outside, what it is fed with and what it may answer.
///
/// @param seeds well-formed inputs, and known attacks, that others are made from
/// @param words that mean something to it
/// @param declared what it may throw; anything else is a finding
/// @param maxInput longest input that is made
/// @param memory bytes it may allocate for an input of any size, and again as much for each 64 KiB of it
record Target(
        String name,
        Parser parser,
        List<byte[]> seeds,
        List<byte[]> words,
        Set<Class<? extends Throwable>> declared,
        int maxInput,
        long memory) {
    static final long MEBIBYTE = 1 << 20;
    private static final int USUAL_INPUT = 64 * 1024;

    /// Reads an input, and checks what must hold of the result.
    interface Parser {
        void read(byte[] input) throws Exception;
    }

    @SafeVarargs
    static Target of(String name, Parser parser, List<byte[]> seeds, Class<? extends Throwable>... declared) {
        return new Target(name, parser, seeds, List.of(), Set.of(declared), USUAL_INPUT, 32 * MEBIBYTE);
    }

    Target knowing(String... more) {
        var all = new ArrayList<>(words);
        Arrays.stream(more).map(Inputs::bytes).forEach(all::add);
        return new Target(name, parser, seeds, all, declared, maxInput, memory);
    }

    Target upTo(int longest) {
        return new Target(name, parser, seeds, words, declared, longest, memory);
    }

    Target within(long mebibytes) {
        return new Target(name, parser, seeds, words, declared, maxInput, mebibytes * MEBIBYTE);
    }

    boolean allows(Throwable thrown) {
        return declared.stream().anyMatch(type -> type.isInstance(thrown));
    }

    long memoryFor(byte[] input) {
        return memory * (1 + input.length / USUAL_INPUT);
    }
}
