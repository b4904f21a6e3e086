import type { TextTable } from './text-table';

/** As the audit log tells it: which lists and pages showed something, and who was refused to write. */
export const readingTexts = {
  'event.list-read': ['list looked at', '一覧の閲覧'],
  'audit.listShown': ['{{count}} records', '記録 {{count}} 件'],
  'tells.list-read': ['{{actor}} was shown, in {{list}}: {{shown}}.', '{{actor}} が{{list}}で閲覧: {{shown}}'],
  'audit.list.records': ['the list of records', '記録の一覧'],
  'audit.list.revisions': ['the revisions of a record', '記録の改訂履歴'],
  'audit.list.search': ['a search', '検索結果'],
  'audit.list.cases': ['the list of cases', '事案の一覧'],
  'audit.list.case': ['a case', '事案'],
  'audit.list.case-told': ['a case as a nation had been told', '他国に伝えた時点の事案'],
  'audit.list.commitments': ['the list of commitments', '約束の一覧'],
  'audit.list.commitment': ['a commitment', '約束'],
  'audit.list.meetings': ['the list of meetings', '会議の一覧'],
  'audit.list.meeting': ['a meeting', '会議'],
  'audit.list.agenda': ['an agenda on paper', '会議次第（PDF）'],
  'audit.list.orders': ['the list of orders', 'オーダーの一覧'],
  'audit.list.order': ['an order', 'オーダー'],
  'audit.list.past-orders': ['the list of past orders', '過去のオーダーの一覧'],
  'audit.list.stock': ['the stock', '在庫'],
  'audit.list.board': ['the relief board', '救援ボード'],
  'audit.list.place': ['a place of the relief board', '救援ボードの場所'],
  'audit.list.move': ['a move', '輸送'],
  'tells.writing-refused': [
    '{{actor}} was refused to write or recall a {{kind}}.',
    '{{actor}} による {{kind}} の作成または撤回を拒否しました。',
  ],
} satisfies TextTable;
