package org.renkei.acsa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.renkei.acsa.supply.SupplyClasses;
import org.renkei.kernel.acsa.SupplyGroup;
import org.renkei.testing.Recordings;

/// A stock number says what it is, in both languages.
class SupplyClassesTest {
    private static final String GROUPS = "logistics/codes/federal_supply_group.csv.gz";
    private static final String CLASSES = "logistics/codes/federal_supply_group_class.csv.gz";

    @Test
    void theClassIsNamedAndElseItsGroup() {
        assertThat(SupplyClasses.nameOf("9140014174015"))
                .containsEntry("en", "Fuel oils")
                .containsEntry("ja", "燃料油");
        assertThat(SupplyClasses.nameOf("1680014174015")).containsEntry("ja", "航空機その他部品");
        assertThat(SupplyClasses.nameOf("9199014174015")).containsEntry("ja", "燃料・潤滑油・油脂・ろう");
        assertThat(SupplyClasses.nameOf("9799014174015")).isNull();
    }

    @Test
    void everyNameIsThereInBothLanguages() {
        assertThat(SupplyClasses.groups()).hasSize(78);
        assertThat(SupplyClasses.classes()).hasSizeGreaterThan(660);
        Stream.concat(SupplyClasses.groups().values().stream(), SupplyClasses.classes().values().stream())
                .forEach(name -> {
                    assertThat(name.get("en")).matches("\\p{ASCII}+").isNotBlank();
                    assertThat(name.get("ja")).matches(".*[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}].*");
                });
        assertThat(List.copyOf(SupplyClasses.classes().keySet())).isSorted();
    }

    @Test
    void aClassWithoutAJapaneseNameBearsThatOfItsGroup() {
        assertThat(SupplyClasses.nameOf("1005014174015"))
                .containsEntry("en", "Guns, through 30 mm")
                .containsEntry("ja", "武器（Guns, through 30 mm）");
    }

    /// Skipped where the recordings are absent.
    @Test
    void theClassesAreThoseOfThePublishedTable() throws IOException {
        Recordings.need(CLASSES);
        var published = new String(Recordings.read(CLASSES), ISO_8859_1)
                .lines()
                .skip(1)
                .filter(line -> !line.endsWith("Historical FSC"))
                .map(line -> line.split(",")[0])
                .toList();
        assertThat(published).containsAll(SupplyClasses.classes().keySet());
        assertThat(published.stream().filter(code -> !SupplyClasses.classes().containsKey(code)))
                .hasSizeLessThan(8);
    }

    @Test
    void theGroupsAreThoseOfThePublishedTable() throws IOException {
        Recordings.need(GROUPS);
        var published = new String(Recordings.read(GROUPS), ISO_8859_1)
                .lines()
                .skip(1)
                .filter(line -> !line.contains("Unknown"))
                .map(line -> line.split(",")[0])
                .filter(code -> code.matches("[0-9]{2}"))
                .toList();
        assertThat(SupplyGroup.all().stream().map(one -> Integer.toString(one.code())))
                .containsExactlyInAnyOrderElementsOf(published);
    }
}
