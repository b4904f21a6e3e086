import type { TextTable } from './text-table';

/** Tables of humanitarian organisations. */
export const hxlTexts = {
  'event.relief-hxl-made': ['relief board saved as a table', '救援ボードの表の保存'],
  'tells.relief-hxl-made': [
    '{{actor}} saved needs, offers and moves as a table ({{label}}).',
    '{{actor}} が需要・申出・輸送を表として保存しました（{{label}}）。',
  ],
  'event.relief-hxl-taken': ['table taken onto the relief board', '救援ボードへの表の取り込み'],
  'tells.relief-hxl-taken': [
    '{{actor}} took {{records}} needs and offers out of a table.',
    '{{actor}} が表から需要・申出 {{records}} 件を取り込みました。',
  ],
  'relief.tab.hxl': ['Tables (HXL)', '表（HXL）'],
  'hxl.title': ['Tables of humanitarian organisations', '人道支援機関の表'],
  'hxl.outHint': [
    'Needs, offers and moves that you see, as CSV with HXL tags (who, what, where). The first line bears the label of all, each row its own. Each time is on record.',
    '見ることのできる需要・申出・輸送を、HXL タグ付きの CSV（誰が・何を・どこで）で保存します。1 行目に全体のラベル、各行にその行のラベルを付けます。保存は記録に残ります。',
  ],
  'hxl.save': ['Save the board as HXL', 'ボードを HXL で保存'],
  'hxl.in': ['Bring a table in', '表を取り込む'],
  'hxl.inHint': [
    'CSV with a row of tags in any order, with whatever further attributes. Rows whose #activity+type is need or offer become records of your nation under the label below; all or none is stored. Columns that are not known are left and named.',
    'タグの行のある CSV です（列と属性の順序、他の属性の有無は問いません）。知らない列は取り込まず、名称を示します。#activity+type が need または offer の行が、下のラベルを付けた自国の記録になります。すべて取り込むか、何も取り込まないかのどちらかです。',
  ],
  'hxl.file': ['File', 'ファイル'],
  'hxl.table': ['Table', '表'],
  'hxl.check': ['Check', '確認'],
  'hxl.store': ['Store', '取り込む'],
  'hxl.notTaken': ['Columns that are not taken: {{list}}', '取り込まない列: {{list}}'],
  'hxl.stored': ['{{n}} records stored.', '{{n}} 件を取り込みました。'],
  'hxl.column.line': ['Line', '行'],
  'hxl.column.becomes': ['Becomes', '記録の種別'],
  'hxl.column.what': ['What', '内容'],
  'hxl.column.mistakes': ['What is wrong', '誤り'],
  'hxl.kind.none': ['passed over', '対象外'],
  'hxl.kind.request-for-assistance': ['need', '需要'],
  'hxl.kind.offer-of-assistance': ['offer', '申出'],
} satisfies TextTable;
