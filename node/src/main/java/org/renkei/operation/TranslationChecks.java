package org.renkei.operation;

import static org.renkei.operation.Check.text;

import org.renkei.party.PartyRegister;
import org.renkei.translation.TranslationDesk;
import org.springframework.stereotype.Component;

/// Whether texts may go to a translation service, as whom it counts, and how long yet.
@Component
class TranslationChecks {
    private static final long SOON_DAYS = 14;

    private final TranslationDesk desk;
    private final PartyRegister register;

    TranslationChecks(TranslationDesk desk, PartyRegister register) {
        this.desk = desk;
        this.register = register;
    }

    Check check() {
        var state = desk.state();
        var until = state.until();
        if (until == null) {
            return Check.ok("translation", "off: no text leaves for translation", "停止中。翻訳のために外部へ出る文章はありません");
        }
        var who = state.party() + ", " + state.clearance();
        var said = text(
                state.service() + " (" + state.model() + ") counts as " + who + ", until " + until,
                state.service() + "（" + state.model() + "）は " + who + " として扱い、期限は " + until);
        var renew = text(
                "Say in the settings, at translation.until, how long it may be given texts.",
                "設定の translation.until で利用期限を見直してください。");
        if (register.listParties().stream().noneMatch(one -> one.code().equals(state.party()))) {
            return Check.critical(
                    "translation",
                    text(state.party() + " is no party here, so nothing goes there", state.party() + " は未登録のため何も渡しません"),
                    text("Correct translation.party in the settings.", "設定の translation.party を直してください。"));
        }
        return register.today().plusDays(SOON_DAYS).isAfter(until)
                ? Check.caution("translation", said, renew)
                : new Check("translation", Check.Level.OK, said, null);
    }
}
