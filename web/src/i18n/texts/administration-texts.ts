import type { TextTable } from './text-table';

/** What the administrator looks after. */
export const administrationTexts = {
  'nav.backups': ['Backup', 'バック\u200bアップ'],
  'action.goBackups': ['Go to backups', 'バックアップへ'],
  'backups.title': ['Backups', 'バックアップ'],
  'backups.subtitle': [
    'Database, keys and settings of this node; put back with renkei restore, to the last moment or to an earlier one.',
    'このノードのデータベース・鍵・設定。renkei restore で最後の時点または任意の時点に戻せます。',
  ],
  'backups.notConfigured': [
    'No backups are made. Set renkei.backup.folder in the settings to a folder on another disk and restart the node.',
    'バックアップは作られていません。設定の renkei.backup.folder に別のディスクのフォルダーを指定し、ノードを再起動してください。',
  ],
  'backups.make': ['Back up now', '今すぐ作成'],
  'backups.folder': ['Folder', 'フォルダー'],
  'backups.every': ['Schedule', '予定'],
  'backups.everyHours': ['every {{n}} hours, the last {{m}} are kept', '{{n}} 時間ごと、最新 {{m}} 件を保持'],
  'backups.running': ['Being made', '作成中'],
  'backups.copied': ['{{n}} of about {{m}}', '約 {{m}} のうち {{n}}'],
  'backups.failed': ['Last one failed', '直近の失敗'],
  'backups.log': ['Changes since', 'その後の変更'],
  'backups.logUntil': ['kept up to', '保存済み:'],
  'backups.logNone': ['none kept yet', 'まだ保存されていません'],
  'backups.logFails': [
    'cannot be kept since {{at}}: look whether the folder can be written and has room',
    '{{at}} から保存できません。フォルダーの書き込み権限と空き容量を確認してください',
  ],
  'backups.none': [
    'There is no complete backup yet; the first is made within some minutes after the start.',
    '完全なバックアップはまだありません。最初のものは起動後数分以内に作られます。',
  ],
  'backups.name': ['Name', '名前'],
  'backups.made': ['Complete', '完了'],
  'backups.size': ['Size', '大きさ'],
  'backups.version': ['Version', '版'],
} as const satisfies TextTable;
