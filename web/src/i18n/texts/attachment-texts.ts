import type { TextTable } from './text-table';

export const attachmentTexts = {
  'attachment.drop': ['Drop files here, or choose them.', 'ここにファイルをドロップするか、選択してください。'],
  'attachment.addHint': [
    'Each partner gets it only with the record, and fetches it when somebody there asks.',
    '相手国には記録とともに開示され、内容は相手が求めたときに送られます。',
  ],
  'attachment.uploading': ['sending {{name}}: {{percent}} %', '{{name}} を送信中：{{percent}} %'],
  'attachment.portion': ['Own label for {{name}}', '{{name}} に部分区分を付ける'],
  'attachment.remove': ['Remove {{name}}', '{{name}} を外す'],
  'attachment.cutOut': ['left out by the origin', '発信元が省略'],
  'attachment.preview': ['Preview of {{name}}', '{{name}} の縮小画像'],
  'attachment.here': ['here', '当ノードにあり'],
  'attachment.offered': ['offered by {{party}}', '{{party}} が提供'],
  'attachment.offeredRelayed': [
    'offered by {{party}}; it comes by way of others and may take long',
    '{{party}} が提供（中継で届くため、時間がかかることがあります）',
  ],
  'attachment.fetching': ['fetching {{percent}} %', '取得中 {{percent}} %'],
  'attachment.fetchingRelayed': [
    'fetching by way of others {{percent}} %; it may take long',
    '中継で取得中 {{percent}} %（時間がかかることがあります）',
  ],
  'attachment.waiting': ['waits: {{reason}}', '待機中：{{reason}}'],
  'attachment.tooLarge': ['too large: {{reason}}', '大きすぎます：{{reason}}'],
  'attachment.damaged': ['damaged: {{reason}}', '破損：{{reason}}'],
  'attachment.gone': ['no longer listed here', '一覧にありません'],
  'attachment.fetch': ['Fetch {{name}}', '{{name}} を取得'],
  'attachment.fetchAgain': ['Fetch {{name}} again', '{{name}} を再取得'],
  'attachment.save': ['Save {{name}}', '{{name}} を保存'],
} as const satisfies TextTable;
