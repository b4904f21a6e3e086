package org.renkei.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.Nations;
import org.renkei.testing.RunningNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tables of others come onto the board of one nation and go out of the board of another.
class HxlTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOTH = "UNCLASSIFIED//REL TO JPN, USA";
    private static final String HEAD = """
            Who does what where,,,,,,,
            Org,What,Item,How many,Unit,Text,Lat,Lon,Until
            #org +code,#activity+type,#item +type,#item+num,#item+unit,#description+en,#geo+lat,#geo +lon,#date+end
            """;

    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA");

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }

    @Test
    void needsAndOffersOfATableStandOnBothBoardsAndGoOutAgain() {
        var rows = "OCHA,need,water,12,t,Water for 400 people,32.8,130.8,2036-04-16\n"
                + "IFRC,offer,blankets,900,pcs,\"Blankets, wool\",33.5,130.4,\n"
                + "WFP,assessment,food,,,Not a need,,,\n";
        var checked = take(HEAD + rows, false);
        assertThat(checked.path("stored").asInt()).isZero();
        assertThat(checked.path("rows")
                        .valueStream()
                        .map(one -> one.path("kind").asString()))
                .containsExactly("request-for-assistance", "offer-of-assistance", "");
        assertThat(checked.path("rows").path(2).path("mistakes").toString()).contains("only need and offer");
        assertThat(board("JPN").path("needs")).as("checking stores nothing").isEmpty();
        assertThat(take(HEAD + rows, true).path("stored").asInt()).isEqualTo(2);
        eventually(
                "USA has both",
                () -> !board("USA").path("offers").isEmpty()
                        && !board("USA").path("needs").isEmpty());
        var need = board("USA").path("needs").path(0);
        assertThat(need.path("quantity").asInt()).isEqualTo(12);
        assertThat(need.path("until").asString()).isEqualTo("2036-04-16T23:59:59Z");
        assertThat(board("USA").path("offers").path(0).path("agency").path("en").asString())
                .isEqualTo("IFRC");
        var out = NATIONS.node("USA").get("/api/v1/relief/hxl").text().lines().toList();
        assertThat(out.getFirst()).contains(BOTH);
        assertThat(out.get(2))
                .contains("#org+code")
                .contains("#org+name")
                .contains("#activity+type,#item+type,#item+num");
        assertThat(out).anyMatch(line -> line.startsWith("JPN,,need,water,12,t,Water for 400 people"));
        assertThat(out)
                .anyMatch(line -> line.startsWith("JPN,IFRC,offer,")
                        && line.contains("\"Blankets, wool\"")
                        && line.endsWith("\"" + BOTH + "\""));
        var again = HxlTable.read(String.join("\r\n", out)).orElseThrow();
        assertThat(again.rows()).hasSize(2);
        assertThat(again.rows().getFirst().cell("#item+num")).contains("12");
        var audit =
                NATIONS.node("USA").get("/api/v1/audit?event=relief-hxl-made").text();
        assertThat(audit).contains("relief-hxl-made").contains("REL TO JPN, USA");
    }

    @Test
    void namesEveryMistakeAndStoresAllOrNone() {
        var before = board("JPN").path("needs").size();
        var rows = "A,need,water,5,t,Good,32.8,130.8,\n" + "B,need,gold,-1,t,,95,,yesterday\n";
        var taken = take(HEAD + rows, true);
        assertThat(taken.path("stored").asInt()).isZero();
        assertThat(taken.path("rows").path(0).path("mistakes")).isEmpty();
        assertThat(taken.path("rows")
                        .path(1)
                        .path("mistakes")
                        .valueStream()
                        .map(one -> one.path("at").asString()))
                .containsExactly("#description+en", "#item+type", "#item+num", "#geo+lat", "#date+end");
        assertThat(board("JPN").path("needs")).as("all or none").hasSize(before);
        assertThat(japan().post("/api/v1/relief/hxl", "{\"text\":\"a,b\\n1,2\",\"label\":\"x\"}")
                        .text())
                .contains("HXL tags");
        var label = "{\"text\":%s,\"label\":\"NONSENSE\"}"
                .formatted(JSON.writeValueAsString(HEAD + "A,need,water,5,t,Good,32.8,130.8,\n"));
        assertThat(japan().post("/api/v1/relief/hxl", label)
                        .json()
                        .path("rows")
                        .path(0)
                        .path("mistakes"))
                .as("the label is checked like that of every draft")
                .isNotEmpty();
    }

    @Test
    void whatIsKnownIsTakenAndEveryOtherColumnIsNamed() {
        var text = """
                Who,Sector,What,Notes,Amount,Remark,Item,Nothing
                #org+acronym+lead,#sector+cluster,#activity +v_local +type,Notes,#item+quality+num,#description+short+en,#item+v_unspsc+type,
                UNHCR,Shelter,need,by phone,7,Tents for two schools,tents,x
                """;
        var checked = take(text, false);
        assertThat(checked.path("rows").path(0).path("kind").asString()).isEqualTo("request-for-assistance");
        assertThat(checked.path("rows").path(0).path("mistakes")).isEmpty();
        assertThat(checked.path("rows").path(0).path("title").path("en").asString())
                .isEqualTo("Tents for two schools");
        assertThat(checked.path("notTaken")
                        .valueStream()
                        .map(one -> one.path("column").asInt() + " "
                                + one.path("name").asString()))
                .containsExactly("2 #sector+cluster", "4 Notes", "8 Nothing");
        var missing = japan().post(
                        "/api/v1/relief/hxl",
                        JSON.createObjectNode()
                                .put("text", "#org+code,#sector\nA,B\n")
                                .put("label", BOTH)
                                .toString());
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text())
                .contains("columns are needed for #activity+type, #description+en or #description+ja")
                .contains("there is none for #activity+type, #description+en or #description+ja");
        var half = JSON.createObjectNode()
                .put("text", "#activity+type,#sector\nneed,B\n")
                .put("label", BOTH);
        assertThat(japan().post("/api/v1/relief/hxl", half.toString()).text())
                .contains("there is none for #description+en or #description+ja");
    }

    @Test
    void ofSeveralColumnsForOneTheBetterKnownCounts() {
        var table = HxlTable.read("""
                #activity,#item,#item+type,#description+fr,#description,#geo+lon,#lat_deg
                need,soup,food,Soupe,Soup,130.8,32.8
                offer,tents,,Tentes,Tents,130.8,32.8
                """).orElseThrow();
        assertThat(table.rows().getFirst().cell("#item+type")).contains("food");
        assertThat(table.rows().getLast().cell("#item+type"))
                .as("the next that has a value")
                .contains("tents");
        assertThat(table.rows().getFirst().cell("#description+en")).contains("Soup");
        assertThat(table.rows().getFirst().cell("#geo+lat")).contains("32.8");
        assertThat(table.left()).extracting(HxlTable.Left::name).containsExactly("#description+fr");
        assertThat(table.missing()).isEmpty();
    }

    private static JsonNode take(String text, boolean store) {
        var body = JSON.createObjectNode().put("text", text).put("label", BOTH).put("store", store);
        var answer = japan().post("/api/v1/relief/hxl", body.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode board(String party) {
        return NATIONS.node(party).get("/api/v1/relief/board").json();
    }
}
