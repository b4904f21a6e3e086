package org.renkei.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/// Which node a command talks to, and as whom.
final class NodeOptions {
    @Option(names = "--url", required = true, description = "The node / ノードの URL, http://127.0.0.1:8081")
    private String url = "";

    @Option(names = "--token-file", required = true, description = "File with the access token / トークンのファイル")
    private Path tokenFile = Path.of("");

    @Option(names = "--lang", converter = Language.class, description = "ja, en (${DEFAULT-VALUE})")
    private Locale locale = Locale.getDefault();

    /// The same for a command that can do without a node.
    static NodeOptions of(String url, Path tokenFile, Locale locale) {
        var options = new NodeOptions();
        options.url = url;
        options.tokenFile = tokenFile;
        options.locale = locale;
        return options;
    }

    Locale locale() {
        return locale;
    }

    Path tokenFile() {
        return tokenFile;
    }

    String token() {
        try {
            String token = Files.readString(tokenFile).strip();
            if (!token.isEmpty() && token.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
                return token;
            }
        } catch (IOException e) {
            // told below
        }
        throw new CommandException(ImportText.NO_TOKEN.in(locale, tokenFile));
    }

    URI node() {
        try {
            URI uri = URI.create(url);
            boolean plain = "http".equals(uri.getScheme());
            if (uri.getHost() != null && (plain || "https".equals(uri.getScheme()))) {
                if (plain && !InetAddress.getByName(uri.getHost()).isLoopbackAddress()) {
                    throw new CommandException(ImportText.TOKEN_IN_CLEAR.in(locale));
                }
                return uri;
            }
        } catch (IllegalArgumentException | UnknownHostException e) {
            // told below
        }
        throw new CommandException(ImportText.NO_URL.in(locale, url));
    }
}
