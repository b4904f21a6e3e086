import type { TextTable } from './text-table';

/** What everybody sees without signing in, and its switch. */
export const publicViewTexts = {
  'event.public-view-opened': ['public view opened', '公開画面の公開開始'],
  'event.public-view-closed': ['public view closed', '公開画面の公開停止'],
  'tells.public-view-opened': [
    '{{actor}} opened the public view to everybody: {{reason}}',
    '{{actor}} が公開画面をだれでも見られるようにしました。理由：{{reason}}',
  ],
  'tells.public-view-closed': [
    '{{actor}} closed the public view: {{reason}}',
    '{{actor}} が公開画面を停止しました。理由：{{reason}}',
  ],
  'public.title': ['Public view', '公開画面'],
  'public.hint': [
    'A page without signing in: places, shelters, needs, alerts and hazards that their labels call public, as a page, as GeoJSON and as CAP alerts. While it is closed its addresses do not exist.',
    'サインインなしで見られるページです。ラベルが公開（PUBLIC）の施設・避難所・支援の必要・警報等・災害事象だけを、ページ、GeoJSON、CAP の警報として示します。停止中は、アドレス自体が存在しません。',
  ],
  'public.closed': [
    'Closed: nobody sees anything without signing in.',
    '停止中：サインインせずに見られるものはありません。',
  ],
  'public.open': [
    'OPEN since {{time}} by {{name}}: everybody who reaches this node sees what is counted here. Reason: {{reason}}',
    '公開中（{{time}}、{{name}}）：このノードに届くだれもが、下の件数の情報を見られます。理由：{{reason}}',
  ],
  'public.wouldBe': ['What would be public now', '公開すると見えるもの'],
  'public.is': ['What is public now', '現在見えるもの'],
  'public.kind': ['Kind', '種別'],
  'public.real': ['Real', '実際'],
  'public.exercise': ['Exercise', '訓練'],
  'public.shelters': ['Shelters with headcount', '避難所（人数）'],
  'public.places': ['Other places with status', 'その他の施設等（状態）'],
  'public.alerts': ['Alerts in force', '発表中の警報等'],
  'public.hazards': ['Hazards', '災害事象'],
  'public.needs': ['Open needs', '未充足の支援の必要'],
  'public.openIt': ['Open the public view …', '公開する…'],
  'public.closeIt': ['Close the public view …', '停止する…'],
  'public.openTitle': ['Open the public view', '公開画面を公開する'],
  'public.closeTitle': ['Close the public view', '公開画面を停止する'],
  'public.openEffect': [
    'Everybody who reaches this node sees {{n}} entries without signing in, and whatever is labelled public later. What has been read or copied cannot be called back.',
    'このノードに届くだれもが、サインインなしで {{n}} 件と、今後公開と表示されるものを見られるようになります。読まれたもの、複写されたものは取り戻せません。',
  ],
  'public.closeEffect': [
    'Its addresses answer as if they did not exist. Programs that read alerts from here get none until it is opened again.',
    'アドレスは存在しないものとして応答します。ここから警報を読むプログラムには、再び公開するまで何も届きません。',
  ],
  'public.confirm': ['Type {{word}} to confirm', '確認のため {{word}} と入力'],
  'public.reason': ['Reason (for the audit log)', '理由（監査記録に残ります）'],
  'public.look': ['Look at the page', 'ページを見る'],
} as const satisfies TextTable;
