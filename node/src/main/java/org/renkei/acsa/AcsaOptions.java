package org.renkei.acsa;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.FormView.FieldView;
import org.renkei.kernel.acsa.AcsaTerms;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.Terms.Activity;

/// What a new order can be: whom to ask under which agreement, what each allows, both lists of categories, and the
/// form.
public record AcsaOptions(
        String own,
        List<AgreementView> agreements,
        List<CategoryView> categories,
        List<FieldView> fields,
        List<FieldView> lineFields) {

    /// @param usable whether something can be asked for under it today
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
            @Nullable String source) {}

    public record CategoryView(
            String code,
            boolean goods,
            Map<String, String> japan,
            @Nullable String us) {}

    static AcsaOptions of(String own, List<AcsaDesk.Choice> choices) {
        return new AcsaOptions(
                own,
                choices.stream().map(AcsaOptions::agreement).toList(),
                List.of(SupplyCategory.values()).stream()
                        .map(AcsaOptions::category)
                        .toList(),
                FormView.fields(Act.REQUEST.fields(), Map.of()),
                FormView.fields(Act.REQUEST.lineFields(), Map.of()));
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
                choice.inForce() && terms != null,
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
                terms == null ? null : terms.source());
    }

    private static List<SupplyCategory> sorted(AcsaTerms terms) {
        return List.of(SupplyCategory.values()).stream()
                .filter(terms.categories()::contains)
                .toList();
    }
}
