package org.renkei.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A command that a running node carries out, by what its API offers. Ends with 0, or with 2 and a reason.
abstract class AtNode implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private NodeOptions options = new NodeOptions();

    abstract void run(AskingClient client, PrintWriter out) throws IOException;

    @Override
    public Integer call() {
        try {
            run(
                    new AskingClient(options.node(), options.token(), options.locale()),
                    spec.commandLine().getOut());
            return 0;
        } catch (CommandException | IOException e) {
            spec.commandLine().getErr().println("renkei " + commandName() + ": " + e.getMessage());
            return 2;
        }
    }

    private String commandName() {
        var parent = spec.parent();
        return parent == null ? spec.name() : parent.name();
    }

    Locale locale() {
        return options.locale();
    }

    String say(String english, String japanese) {
        return locale().getLanguage().equals("ja") ? japanese : english;
    }

    /// Of the node, without a slash at its end.
    String address() {
        return options.node().toString().replaceFirst("/+$", "");
    }

    static JsonNode because(String reason) {
        return JsonMapper.shared().createObjectNode().put("reason", reason);
    }

    static String inPath(String party) {
        return party.replace('/', '~');
    }
}
