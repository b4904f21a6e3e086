import type { TextTable } from './text-table';

/** Calendars that programs of others subscribe to. */
export const calendarTexts = {
  'event.calendar-given': ['calendar given out', 'カレンダーの配信'],
  'tells.calendar-given': [
    '{{actor}} fetched the calendar {{calendar}}: {{given}} entries new or changed, {{cancelled}} cancelled.',
    '{{actor}} がカレンダー {{calendar}} を取得しました（新規・変更 {{given}}、取消 {{cancelled}}）。',
  ],
  'account.scope.calendar': ['Calendars only', 'カレンダーのみ'],
  'calendar.title': ['Calendars for other programs', '他のソフトで見るカレンダー'],
  'calendar.hint': [
    'Deadlines of cases, consultations, commitments and moves, as far as you may see them, each with its label. Subscribe to the address in a program that shows calendars, on a machine that may hold what is marked there. Any user name goes with the password.',
    '事案の期限、協議、約束事項、輸送を、見ることのできる範囲で、ラベル付きで配信します。表示された秘密区分を扱える端末のカレンダーソフトで、このアドレスを購読してください。ユーザー名は任意です。',
  ],
  'calendar.body': ['Body', '機関'],
  'calendar.all': ['everything that I may see', '見ることのできるものすべて'],
  'calendar.language': ['Language', '言語'],
  'calendar.address': ['Address', 'アドレス'],
  'calendar.password': ['Password', 'パスワード'],
  'calendar.once': [
    'Shown only once, holds 366 days, and opens nothing but calendars. It stands below among the access tokens, where it is revoked.',
    '表示は今回限りです。有効期間は 366 日で、カレンダー以外には使えません。下のアクセストークンの一覧で失効させることができます。',
  ],
  'calendar.make': ['Make a password', 'パスワードを作る'],
  'calendar.tokenName': ['Calendar', 'カレンダー'],
  'calendar.copy': ['Copy', 'コピー'],
  'calendar.copied': ['Copied', 'コピーしました'],
} satisfies TextTable;
