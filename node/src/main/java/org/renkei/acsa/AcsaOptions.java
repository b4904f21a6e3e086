package org.renkei.acsa;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.FormView.FieldView;
import org.renkei.acsa.measure.Measures;
import org.renkei.acsa.measure.StatedUnit;
import org.renkei.acsa.money.Amounts;
import org.renkei.acsa.supply.SupplyClasses;
import org.renkei.kernel.acsa.AcsaTerms;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.FiscalYear;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.Terms.Activity;
import org.renkei.kernel.acsa.Terms.Unit;
import org.renkei.kernel.agreement.AgreementState;

/// What a new order can be: whom to ask under which agreement, what each allows, both lists of categories, and the
/// form.
///
/// @param supplyGroups names of the first two digits of a stock number, in `en` and in `ja`
/// @param supplyClasses those of the first four digits, where they are known
/// @param currencies digits after the point of each currency
/// @param statedUnits units in which a quantity may be stated beside the units of issue
public record AcsaOptions(
        String own,
        List<AgreementView> agreements,
        List<CategoryView> categories,
        List<FieldView> fields,
        List<FieldView> lineFields,
        List<FiscalYear> fiscalYears,
        Map<String, Map<String, String>> supplyGroups,
        Map<String, Map<String, String>> supplyClasses,
        Map<String, Integer> currencies,
        List<StatedUnitView> statedUnits) {

    /// @param unit the unit of issue that it comes to; null where there is none
    public record StatedUnitView(
            String code, Map<String, String> name, @Nullable String unit) {}

    /// @param usable whether something can be asked for under it today
    /// @param whyNot null where it is usable and its partner linked
    public record AgreementView(
            String id,
            Map<String, String> name,
            String partner,
            boolean usable,
            boolean linked,
            @Nullable LocalDate validFrom,
            List<String> categories,
            List<String> ammunitionIn,
            @Nullable Map<String, String> article,
            @Nullable String source,
            @Nullable Map<String, String> whyNot) {}

    public record CategoryView(
            String code,
            boolean goods,
            Map<String, String> japan,
            @Nullable String us) {}

    static AcsaOptions of(String own, List<AcsaDesk.Choice> choices, LocalDate today) {
        return new AcsaOptions(
                own,
                choices.stream().map(AcsaOptions::agreement).toList(),
                List.of(SupplyCategory.values()).stream()
                        .map(AcsaOptions::category)
                        .toList(),
                FormView.fields(Act.REQUEST.fields(), Map.of()),
                FormView.fields(Act.REQUEST.lineFields(), Map.of()),
                Stream.of("JPN", "USA", own)
                        .distinct()
                        .flatMap(party -> Stream.of(
                                FiscalYear.of(party, today),
                                FiscalYear.of(
                                        party,
                                        FiscalYear.of(party, today).first().minusDays(1))))
                        .toList(),
                SupplyClasses.groups(),
                SupplyClasses.classes(),
                Amounts.currencies(),
                Stream.of(StatedUnit.values()).map(AcsaOptions::stated).toList());
    }

    private static StatedUnitView stated(StatedUnit one) {
        return new StatedUnitView(
                one.code(),
                Map.of("en", one.english(), "ja", one.japanese()),
                Measures.issuedIn(one).map(Unit::code).orElse(null));
    }

    private static CategoryView category(SupplyCategory category) {
        return new CategoryView(
                category.code(),
                category.isGoods(),
                Map.of("en", category.japanEnglish(), "ja", category.japanJapanese()),
                category.us().isEmpty() ? null : category.us());
    }

    private static AgreementView agreement(AcsaDesk.Choice choice) {
        var terms = choice.terms();
        var agreement = choice.agreement();
        var categories = terms == null ? List.<SupplyCategory>of() : sorted(terms);
        return new AgreementView(
                agreement.id(),
                Map.of("en", agreement.nameEn(), "ja", agreement.nameJa()),
                choice.partner(),
                choice.state() == AgreementState.IN_FORCE && terms != null,
                choice.linked(),
                terms == null ? null : terms.validFrom(),
                categories.stream().map(SupplyCategory::code).toList(),
                terms == null
                        ? List.of()
                        : List.of(Activity.values()).stream()
                                .filter(terms.ammunitionIn()::contains)
                                .map(activity ->
                                        activity.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList(),
                terms == null ? null : Map.of("en", terms.article(), "ja", terms.articleJa()),
                terms == null ? null : terms.source(),
                whyNot(choice));
    }

    private static @Nullable Map<String, String> whyNot(AcsaDesk.Choice choice) {
        var ended = choice.agreement().ended();
        return switch (choice.state()) {
            case SIGNED -> because("signed, and not in force yet", "署名済みですが、まだ発効していません");
            case UNKNOWN -> because("the sources do not say whether it is in force", "発効しているかどうかが出典で確認できません");
            case SUSPENDED -> because("suspended", "効力が停止されています");
            case ENDED ->
                because(
                        "ended" + (ended == null ? "" : " on " + ended),
                        (ended == null ? "" : ended + " に") + "終了しました");
            case IN_FORCE -> {
                if (choice.terms() == null) {
                    yield because(
                            "nothing is on record of what it allows, so it supplies nothing",
                            "提供できるものの記録がないため、要請できません");
                }
                yield choice.linked()
                        ? null
                        : because("no link with " + choice.partner(), choice.partner() + " と接続していません");
            }
        };
    }

    private static Map<String, String> because(String english, String japanese) {
        return Map.of("en", english, "ja", japanese);
    }

    private static List<SupplyCategory> sorted(AcsaTerms terms) {
        return List.of(SupplyCategory.values()).stream()
                .filter(terms.categories()::contains)
                .toList();
    }
}
