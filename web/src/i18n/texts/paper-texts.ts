import type { TextTable } from './text-table';

/** Documents for paper, and the codes on them. */
export const paperTexts = {
  'event.acsa-document-made': ['document of the ACSA desk made', 'ACSA 担当台の文書の作成'],
  'tells.acsa-document-made': [
    '{{actor}} made a document for paper ({{what}}, {{reference}}, {{label}}).',
    '{{actor}} が文書（{{what}}、{{reference}}、{{label}}）を作成しました。',
  ],
  'acsa.paper.order': ['Save order, receipt and invoice as PDF', 'オーダー・受領・請求の統合票を PDF で保存'],
  'acsa.paper.account': ['Save the statement of account as PDF', '計算書を PDF で保存'],
  'place.title': ['Check a document', '文書の確認'],
  'place.hint': [
    'A printed document bears a code beside each statement. This node says whether that statement stands in a ledger that it holds.',
    '印刷された文書には申述ごとにコードがあります。このノードの台帳にその申述があるかを確認します。',
  ],
  'place.code': ['Code on the document', '文書のコード'],
  'place.check': ['Check', '確認'],
  'place.standing.holds': [
    'Verified: this statement stands in the ledger, and nothing later is about it.',
    '確認できました。この申述は台帳にあり、後の改訂・撤回はありません。',
  ],
  'place.standing.superseded': [
    'It stands in the ledger, but was revised or recalled later: the document is out of date.',
    '台帳にありますが、後に改訂または撤回されています。文書は最新ではありません。',
  ],
  'place.standing.waiting': [
    'It stands in the ledger and was not sent yet: no checkpoint covers it.',
    '台帳にありますが、未送信のため検証点に含まれていません。',
  ],
  'place.standing.absent': [
    'Not verified: the ledger held here has no such entry.',
    '確認できません。ここにある台帳にその項はありません。',
  ],
  'place.standing.unknown-ledger': [
    'Not verified: this node holds no ledger of that name.',
    '確認できません。その名前の台帳はここにありません。',
  ],
} as const satisfies TextTable;
