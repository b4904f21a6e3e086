import type { TextTable } from './text-table';

export const pictureTexts = {
  'time.label': ['Timeline', '時間軸'],
  'time.live': ['LIVE', '現在'],
  'time.now': ['Back to now', '現在に戻る'],
  'time.back': ['One step back', '一段前へ'],
  'time.forward': ['One step on', '一段先へ'],
  'time.play': ['Play', '再生'],
  'time.pause': ['Pause', '一時停止'],
  'time.speed': ['Speed of the replay', '再生の速さ'],
  'time.slider': ['Time of the picture', '状況図の時刻'],
  'time.reach': ['How far back', '遡る範囲'],
  'time.hours': ['{{n}} h', '{{n}} 時間'],
  'time.days': ['{{n}} days', '{{n}} 日'],
  'time.exact': ['Time of the picture (YYYY-MM-DD HH:MM, Z)', '状況図の時刻（YYYY-MM-DD HH:MM、Z）'],
  'time.wrong': [
    'A time that has passed, in Z: YYYY-MM-DD HH:MM',
    '過去の時刻を Z で入力してください：YYYY-MM-DD HH:MM',
  ],
  'time.asOf': ['AS OF {{time}}, NOT LIVE', '{{time}} 時点の状況図（現在ではありません）'],
  'time.asOfNote': [
    'Records as held here then; what was recalled since is not shown.',
    '記録は当時ここで保持していた内容です。その後撤回されたものは表示しません。',
  ],
  'time.later': ['{{n}} came later and are not shown.', '{{n}} 件はその後に届いたため表示していません。'],
  'time.loading': ['Making the picture of {{time}} …', '{{time}} の状況図を作成中…'],
  'time.failed': ['The tracks of that time could not be read.', 'その時刻の航跡を読み出せませんでした。'],
} as const satisfies TextTable;
