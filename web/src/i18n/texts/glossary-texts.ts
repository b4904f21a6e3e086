import type { TextTable } from './text-table';

/** The glossary, and terms in a text. */
export const glossaryTexts = {
  'nav.glossary': ['Glossary', '用語集'],
  'action.goGlossary': ['Go to the glossary', '用語集へ'],
  'glossary.title': ['Glossary', '用語集'],
  'glossary.subtitle': [
    'What nations call things. Terms are marked wherever texts are read.',
    '各国の用語の対訳です。本文中の用語には印が付きます。',
  ],
  'glossary.words': ['Word, reading or abbreviation', '用語・読み・略語'],
  'glossary.new': ['New term', '用語を追加'],
  'glossary.onlyDiffering': ['Only where nations use other words', '国によって用語が異なるものだけ'],
  'glossary.none': ['There is no term that you may see yet.', '閲覧できる用語はまだありません。'],
  'glossary.count': ['{{n}} of {{all}} terms', '{{all}} 語中 {{n}} 語'],
  'glossary.more': ['{{n}} more: say more of the word.', 'ほかに {{n}} 語あります。語を絞り込んでください。'],
  'glossary.differs': ['used otherwise elsewhere', '他国では異なる用法'],
  'glossary.otherwise': ['{{parties}} says: {{en}} / {{ja}}', '{{parties}} の用法：{{en}} / {{ja}}'],
  'glossary.open': ['In the glossary', '用語集で見る'],
  'glossary.revise': ['Revise ({{party}})', '改訂（{{party}}）'],
  'glossary.record': ['Record of {{party}}', '{{party}} の記録'],
} as const satisfies TextTable;
