import type { TextTable } from './text-table';

/** Spreadsheets out of the ACSA desk, and past orders out of spreadsheets. */
export const acsaSheetTexts = {
  'event.acsa-sheet-made': ['spreadsheet of the ACSA desk made', 'ACSA 担当台の表の書出し'],
  'tells.acsa-sheet-made': [
    '{{actor}} made a spreadsheet ({{what}}, {{form}}, {{count}} lines, {{label}}).',
    '{{actor}} が表（{{what}}、{{form}}、{{count}} 行、{{label}}）を書き出しました。',
  ],
  'event.acsa-past-orders-brought-in': ['past orders brought in', '過去のオーダーの取込み'],
  'tells.acsa-past-orders-brought-in': [
    '{{actor}} brought in {{count}} lines of past orders and left out {{leftOut}} wrong ones.',
    '{{actor}} が過去のオーダー {{count}} 行を取り込み、誤りのある {{leftOut}} 行を除きました。',
  ],
  'acsa.ceilingsAhead': [
    'Agreeing to this quote would exceed a ceiling of this nation',
    'この見積に合意すると自国の上限を超えます',
  ],
  'acsa.trialBalance': ['Trial balance, all partners', '試算表（全相手国）'],
  'acsa.balanced': ['Every ledger sums to zero.', 'すべての元帳の合計は 0 です。'],
  'acsa.unbalanced': [
    'A ledger does not sum to zero: tell the administrator.',
    '合計が 0 にならない元帳があります。管理者に連絡してください。',
  ],
  'acsa.sheet.csv': ['Save as CSV', 'CSV で保存'],
  'acsa.sheet.xlsx': ['Save as XLSX', 'XLSX で保存'],
  'acsa.past': ['Past orders', '過去のオーダー'],
  'acsa.pastMeans': [
    'What this nation remembers of orders from before this desk. It makes no postings: a posting needs what both nations said.',
    'この担当台より前のオーダーについて自国が記録していたものです。記帳にはなりません（記帳には両国の申述が必要です）。',
  ],
  'acsa.pastNone': ['No past orders are here.', '過去のオーダーはありません。'],
  'acsa.pastCount': ['{{n}} lines, the oldest unsettled first', '{{n}} 行（未決済の古いものから）'],
  'acsa.pastImport': ['Bring in a spreadsheet', '表の取込み'],
  'acsa.pastFile': ['File (CSV or XLSX)', 'ファイル（CSV・XLSX）'],
  'acsa.pastSeen': [
    '{{n}} lines ({{form}}). Say what each column is.',
    '{{n}} 行（{{form}}）。各列の項目を指定してください。',
  ],
  'acsa.pastMissing': ['Still missing: {{list}}', '未指定の必須項目: {{list}}'],
  'acsa.pastColumn': ['Column', '列'],
  'acsa.pastSamples': ['First lines', '先頭の値'],
  'acsa.pastIs': ['Field', '項目'],
  'acsa.pastIsOf': ['Field of the column "{{heading}}"', '列「{{heading}}」の項目'],
  'acsa.pastNothing': ['(left out)', '（取り込まない）'],
  'acsa.pastCheck': ['Check every line', '全行を確認'],
  'acsa.pastReport': [
    'New {{fresh}} · changed {{changed}} · here already {{known}} · wrong {{wrong}} · with findings {{found}}. Nothing is stored yet.',
    '新規 {{fresh}}・変更 {{changed}}・登録済み {{known}}・誤り {{wrong}}・指摘あり {{found}}。まだ何も保存していません。',
  ],
  'acsa.pastLine': ['Line', '行'],
  'acsa.pastWrong': ['Wrong', '誤り'],
  'acsa.pastLabel': ['Label of every line', '全行の秘密区分'],
  'acsa.pastLabelMeans': [
    'Whoever it names receives these lines: name the own nation alone to keep them here.',
    'ここに記した国に開示されます。自国のみとすれば外に出ません。',
  ],
  'acsa.pastStore': ['Bring in {{n}} lines', '{{n}} 行を取り込む'],
  'acsa.pastStoreWithout': [
    'Bring in {{n}} lines, leave out {{wrong}} wrong ones',
    '誤りのある {{wrong}} 行を除き {{n}} 行を取り込む',
  ],
  'acsa.pastDone': ['{{n}} lines are stored.', '{{n}} 行を保存しました。'],
  'acsa.past.reference': ['Order no.', 'オーダー番号'],
  'acsa.past.partner': ['Partner', '相手国'],
  'acsa.past.direction': ['Direction', '提供・受領'],
  'acsa.past.item': ['Item', '品名'],
  'acsa.past.quantity': ['Quantity', '数量'],
  'acsa.past.amount': ['Amount', '金額'],
  'acsa.past.deliveredOn': ['Delivered on', '引渡日'],
  'acsa.past.settledOn': ['Settled on', '決済日'],
  'acsa.past.findings': ['An audit would ask', '監査での指摘'],
} as const satisfies TextTable;
