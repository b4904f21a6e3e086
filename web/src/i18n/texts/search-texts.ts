import type { TextTable } from './text-table';

/** Search. */
export const searchTexts = {
  'nav.search': ['Search', '検索'],
  'action.goSearch': ['Search everything', '全体を検索'],
  'palette.everything': ['Search everything for “{{text}}”', '「{{text}}」を全体から検索'],
  'find.title': ['Search', '検索'],
  'find.subtitle': [
    'Everything that you may see, in Japanese and English',
    '閲覧できるすべての記録を日本語と英語で検索します',
  ],
  'find.placeholder': ['Words to look for', '検索語'],
  'find.syntax': [
    'All words must occur. "…" finds a phrase, -word leaves out, | means or, beginning* finds any word that begins so.',
    'すべての語を含む記録を探します。"…" は語句、-語 は除外、| は「または」、語* は前方一致です。',
  ],
  'find.order': ['Order', '並び順'],
  'find.newest': ['Newest first', '新しい順'],
  'find.best': ['Best match first', '一致度順'],
  'find.nothing': ['Nothing that you may see says this.', '閲覧できる記録に該当するものはありません。'],
  'find.found': ['{{n}} found', '{{n}} 件'],
  'find.atLeast': [
    'The newest {{n}} are listed; there may be older ones. Another word narrows it.',
    '新しい {{n}} 件を表示しています。さらに古いものがある可能性があります。語を加えて絞り込めます。',
  ],
  'find.behind': [
    'The index is being made: {{done}} of {{of}} records so far.',
    '索引を作成しています（{{of}} 件中 {{done}} 件）。',
  ],
  'find.inFile': ['In the file', '添付ファイル'],
  'find.page': ['p. {{n}}', '{{n}} 頁'],
  'find.toDesk': ['Open in {{desk}}', '{{desk}}で開く'],
  'find.previous': ['Previous', '前へ'],
  'find.next': ['Next', '次へ'],
  'find.place': ['{{from}}–{{to}} of {{total}}', '{{total}} 件中 {{from}}〜{{to}}'],
} satisfies TextTable;
