import type { TextTable } from './text-table';

/** Whether what is stored is as it was written. */
export const tamperTexts = {
  'tamper.title': ['Is everything as it was written?', '改変の有無'],
  'tamper.look': ['Look now', '今すぐ調べる'],
  'tamper.running': ['Looking through…', '調査中…'],
  'tamper.never': ['Not looked through yet since the node started.', '起動後まだ調べていません。'],
  'tamper.sound': [
    'At {{time}} all {{n}} rows of the audit log, of the ledgers and of the copies of partners’ ledgers were as written and signed.',
    '{{time}} 時点で、監査記録・開示台帳・相手の台帳の写しの全 {{n}} 行が、書き込まれ署名されたとおりでした。',
  ],
  'tamper.alarm': [
    'CHANGED BEHIND THE NODE: {{n}} findings at {{time}}. No checkpoint is signed over them. Keep the database as it is and call the security officer.',
    'ノードを通さない改変: {{n}} 件（{{time}}）。該当部分の検証点には署名しません。データベースを現状のまま保全し、保全責任者に連絡してください。',
  ],
  'tamper.failed': ['It could not be looked through: {{why}}', '調べられませんでした: {{why}}'],
  'tamper.more': ['and {{n}} more', 'ほか {{n}} 件'],
} satisfies TextTable;
