package org.renkei.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a translation service answers with status 200.
public final class AnswerParser {
    private static final int ASKED = 200;

    private AnswerParser() {}

    /// What is shown is short enough, and turns no direction of writing.
    public static void read(byte[] body) {
        try {
            var text = Completion.read(200, "application/json", body, ASKED, JsonMapper.shared());
            assertThat(text).isNotBlank().hasSizeLessThan(2_000).doesNotContain("\u202E", "\u0000", "\u001B");
        } catch (ServiceFault fault) {
            throw new Problem(
                    Category.SERVICE_FAILED, fault.why().english(), fault.why().japanese());
        }
    }

    public static List<String> samples() {
        return List.of("""
                {"choices": [{"message": {"content": "The airport is closed."}, "finish_reason": "stop"}], "model": "m"}
                """, """
                {"choices": [{"message": {"content": "空港は閉鎖\\u4e2d\\r\\nです。"}, "finish_reason": "length"}]}
                """, "{\"error\": {\"message\": \"no such model\"}}");
    }
}
