import type { TextTable } from './text-table';

/** What the audit log tells of the picture: who looked at tracks, what left as a file, which views are kept. */
export const pictureEventTexts = {
  'event.track-read': ['track opened', '航跡閲覧'],
  'event.tracks-listed': ['tracks listed', '航跡一覧'],
  'event.tracks-followed': ['live tracks followed', '航跡の受信開始'],
  'event.tracks-left': ['live tracks left', '航跡の受信終了'],
  'event.features-exported': ['features exported', '地物の書き出し'],
  'event.view-saved': ['view saved', '表示の保存'],
  'event.view-changed': ['view changed', '表示の変更'],
  'event.view-removed': ['view removed', '表示の削除'],
  'event.view-shared': ['view shared', '表示の共有'],
  'event.view-unshared': ['view shared no longer', '表示の共有終了'],
  'tells.track-read': [
    '{{actor}} opened track {{track}} as of {{at}}, with {{hours}} h of its history.',
    '{{actor}} が航跡 {{track}} を {{at}} 時点、過去 {{hours}} 時間の経過とともに閲覧しました。',
  ],
  'tells.tracks-listed': [
    '{{actor}} was given a list of {{count}} tracks as of {{at}}.',
    '{{actor}} が {{at}} 時点の航跡 {{count}} 件の一覧を取得しました。',
  ],
  'tells.tracks-followed': [
    '{{actor}} began to follow the live tracks, by {{by}}.',
    '{{actor}} が航跡の受信を始めました（{{by}}）。',
  ],
  'tells.tracks-left': [
    '{{actor}} follows the live tracks no longer: since {{since}}, for {{seconds}} s, at most {{most}} at once.',
    '{{actor}} が航跡の受信を終えました。開始 {{since}}、{{seconds}} 秒間、同時に最大 {{most}} 件。',
  ],
  'tells.features-exported': [
    '{{actor}} took {{count}} features of {{collection}} out as {{form}}, under {{label}} (asked: {{asked}}).',
    '{{actor}} が {{collection}} の {{count}} 件を {{form}} で書き出しました。表示 {{label}}（条件: {{asked}}）。',
  ],
  'tells.view-saved': ['{{actor}} saved a view of the map.', '{{actor}} が地図の表示を保存しました。'],
  'tells.view-changed': [
    '{{actor}} changed a saved view of the map.',
    '{{actor}} が保存した地図の表示を変更しました。',
  ],
  'tells.view-removed': [
    '{{actor}} removed a saved view of the map.',
    '{{actor}} が保存した地図の表示を削除しました。',
  ],
  'tells.view-shared': [
    '{{actor}} shared a saved view of the map with the own office, {{office}}.',
    '{{actor}} が保存した地図の表示を所属 {{office}} 内で共有しました。',
  ],
  'tells.view-unshared': [
    '{{actor}} shares a saved view of the map with {{office}} no longer.',
    '{{actor}} が保存した地図の表示の所属 {{office}} 内での共有を終えました。',
  ],
} as const satisfies TextTable;
