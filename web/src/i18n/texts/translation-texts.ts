import type { TextTable } from './text-table';

/** Machine translation of a text. */
export const translationTexts = {
  'translation.translate': ['Translate', '翻訳'],
  'translation.asking': ['Translating …', '翻訳中…'],
  'translation.hide': ['Hide the translation', '訳文を隠す'],
  'translation.hint': [
    'A machine at {{service}} reads this text. It is put on record.',
    '{{service}} の機械がこの文章を読みます。監査記録に残ります。',
  ],
  'translation.mark': ['Machine translation', '機械翻訳'],
  'translation.by': [
    'by {{model}} at {{service}}, {{time}}. Not checked by anybody; the original counts.',
    '{{service}} の {{model}}、{{time}}。人は確認していません。原文が正です。',
  ],
  'translation.nothingGiven': ['Nothing was given to the service.', '翻訳サービスには何も渡していません。'],
  'translation.terms': ['Agreed terms given along: {{n}}.', '用語集から {{n}} 語を渡しました。'],
  'event.translation-sent': ['text given for translation', '機械翻訳への提供'],
  'event.translation-refused': ['translation refused', '機械翻訳の拒否'],
  'event.translation-failed': ['translation failed', '機械翻訳の失敗'],
  'tells.translation-sent': [
    '{{actor}} had the text at {{at}} of this record translated by {{service}} ({{model}}), which counts as {{as}}: {{bytes}} bytes left, SHA-256 {{sha256}}',
    '{{actor}} が この記録の {{at}} の文章を {{service}}（{{model}}、{{as}} として扱う）に翻訳させました。送信 {{bytes}} バイト、SHA-256 {{sha256}}',
  ],
  'tells.translation-refused': [
    '{{actor}} asked for a translation of the text at {{at}} of this record; nothing was given to {{service}}: {{reasons}}',
    '{{actor}} が この記録の {{at}} の翻訳を求めましたが、{{service}} には何も渡していません。理由：{{reasons}}',
  ],
  'tells.translation-failed': [
    '{{service}} made no translation of the text at {{at}} of this record for {{actor}}: {{reason}}',
    '{{service}} は {{actor}} が求めた この記録の {{at}} の翻訳を返しませんでした。理由：{{reason}}',
  ],
} as const satisfies TextTable;
