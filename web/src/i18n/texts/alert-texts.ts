import type { TextTable } from './text-table';

export const alertTexts = {
  'alert.list': ['Alerts', '警報・所見'],
  'alert.order': ['Order', '並び順'],
  'alert.severest': ['severest first', '重大な順'],
  'alert.newest': ['newest first', '新しい順'],
  'alert.over': ['what is over, too', '終了分も表示'],
  'alert.none': [
    'No alerts and no findings here. Alerts come in with feeds and from partners, findings from watching the sea and the air.',
    '警報も監視所見もまだありません。警報はデータ入力や相手国から、監視所見は海空の監視から届きます。',
  ],
  'alert.noMatch': [
    'Nothing fits. What is over is hidden unless asked for.',
    '該当なし。終了分は指定しない限り表示されません。',
  ],
} as const satisfies TextTable;
