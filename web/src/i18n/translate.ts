import i18next from 'i18next';
import type { LocalText } from '../api/types';
import { language, useLanguage, type Language } from './language';
import { alertTexts } from './texts/alert-texts';
import { acsaFieldTexts } from './texts/acsa-field-texts';
import { acsaReconcileTexts } from './texts/acsa-reconcile-texts';
import { acsaRuleTexts } from './texts/acsa-rule-texts';
import { acsaSheetTexts } from './texts/acsa-sheet-texts';
import { acsaStockTexts } from './texts/acsa-stock-texts';
import { acsaTexts } from './texts/acsa-texts';
import { administrationTexts } from './texts/administration-texts';
import { attachmentTexts } from './texts/attachment-texts';
import { calendarTexts } from './texts/calendar-texts';
import { caseTexts } from './texts/case-texts';
import { reliefTexts } from './texts/relief-texts';
import { caseWordTexts } from './texts/case-word-texts';
import { replayTexts } from './texts/replay-texts';
import { commitmentTexts } from './texts/commitment-texts';
import { differenceTexts } from './texts/difference-texts';
import { logTexts } from './texts/log-texts';
import { overviewTexts } from './texts/overview-texts';
import { certificateTexts } from './texts/certificate-texts';
import { consentTexts } from './texts/consent-texts';
import { auditSentenceTexts } from './texts/audit-sentence-texts';
import { auditTexts } from './texts/audit-texts';
import { readingTexts } from './texts/reading-texts';
import { tamperTexts } from './texts/tamper-texts';
import { feedTexts } from './texts/feed-texts';
import { formTexts } from './texts/form-texts';
import { frameTexts } from './texts/frame-texts';
import { kindTexts } from './texts/kind-texts';
import { hxlTexts } from './texts/hxl-texts';
import { keyTexts } from './texts/key-texts';
import { linkTexts } from './texts/link-texts';
import { paperTexts } from './texts/paper-texts';
import { peopleTexts } from './texts/people-texts';
import { pictureEventTexts } from './texts/picture-event-texts';
import { pictureTexts } from './texts/picture-texts';
import { policyTexts } from './texts/policy-texts';
import { recordTexts } from './texts/record-texts';
import { registerTexts } from './texts/register-texts';
import { releaseTexts } from './texts/release-texts';
import { templateTexts } from './texts/template-texts';
import { bodyTexts } from './texts/body-texts';
import { glossaryTexts } from './texts/glossary-texts';
import { searchTexts } from './texts/search-texts';
import { reviewEventTexts } from './texts/review-event-texts';
import { reviewTexts } from './texts/review-texts';
import { moveTexts } from './texts/move-texts';
import { publicViewTexts } from './texts/public-view-texts';
import { meetingTexts } from './texts/meeting-texts';
import { operationTexts } from './texts/operation-texts';
import { watchingTexts } from './texts/watching-texts';
import { translationTexts } from './texts/translation-texts';
import { trackTexts } from './texts/track-texts';
import { witnessTexts } from './texts/witness-texts';
import type { TextTable } from './texts/text-table';

export const texts = {
  ...acsaFieldTexts,
  ...acsaReconcileTexts,
  ...acsaRuleTexts,
  ...acsaSheetTexts,
  ...acsaStockTexts,
  ...acsaTexts,
  ...calendarTexts,
  ...caseTexts,
  ...caseWordTexts,
  ...commitmentTexts,
  ...meetingTexts,
  ...overviewTexts,
  ...reliefTexts,
  ...moveTexts,
  ...hxlTexts,
  ...searchTexts,
  ...bodyTexts,
  ...glossaryTexts,
  ...translationTexts,
  ...templateTexts,
  ...attachmentTexts,
  ...frameTexts,
  ...recordTexts,
  ...kindTexts,
  ...releaseTexts,
  ...formTexts,
  ...keyTexts,
  ...linkTexts,
  ...registerTexts,
  ...paperTexts,
  ...peopleTexts,
  ...certificateTexts,
  ...administrationTexts,
  ...reviewTexts,
  ...consentTexts,
  ...policyTexts,
  ...auditTexts,
  ...auditSentenceTexts,
  ...readingTexts,
  ...tamperTexts,
  ...reviewEventTexts,
  ...witnessTexts,
  ...operationTexts,
  ...publicViewTexts,
  ...watchingTexts,
  ...trackTexts,
  ...alertTexts,
  ...differenceTexts,
  ...logTexts,
  ...replayTexts,
  ...feedTexts,
  ...pictureEventTexts,
  ...pictureTexts,
};

export type TextKey = keyof typeof texts;
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string;

const engine = i18next.createInstance();
void engine.init({
  lng: language.get(),
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // React escapes what it renders; doing it twice would show entities.
  interpolation: { escapeValue: false },
  resources: { en: { translation: column(texts, 0) }, ja: { translation: column(texts, 1) } },
});

function column(table: TextTable, index: 0 | 1): Record<string, string> {
  return Object.fromEntries(Object.entries(table).map(([key, pair]) => [key, pair[index]]));
}

const translators: Record<Language, Translate> = { en: translator('en'), ja: translator('ja') };

function translator(of: Language): Translate {
  const fixed = engine.getFixedT(of);
  return (key, values) => fixed(key, values ?? {});
}

/** The texts in the language chosen; a component using it renders again when the language changes. */
export function useTranslate(): Translate {
  return translators[useLanguage()];
}

export function translateNow(): Translate {
  return translators[language.get()];
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(texts, key);
}

/** A text of a record in the language chosen, in the other one when the author wrote only that. */
export function localText(text: LocalText | undefined, of: Language): string {
  if (text === undefined || typeof text === 'string') {
    return text ?? '';
  }
  return text[of] ?? text.en ?? text.ja ?? '';
}

export function isLocalText(value: unknown): value is LocalText {
  if (typeof value === 'string') {
    return true;
  }
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => name === 'en' || name === 'ja');
}
