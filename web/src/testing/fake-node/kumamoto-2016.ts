import type { Draft } from '../../api/types';

const at = (lat: number, lon: number) => ({ lat, lon });
const ja = (en: string, jaText: string) => ({ en, ja: jaText });
const ALL = 'JPN, USA, AUS'.split(', ').sort().join(', ');

/** Records of the Kumamoto earthquake of April 2016, by the nation that writes them; invented where no source is public. */
export const SAMPLE_DRAFTS: Readonly<Record<string, readonly Draft[]>> = {
  JPN: [
    ...quakes(),
    {
      kind: 'place-status',
      precedence: 'ROUTINE',
      label: 'UNCLASSIFIED//PUBLIC',
      author: 'JPN Kumamoto prefecture liaison',
      body: {
        title: ja('Headcount, Mashiki gymnasium', '避難者数 益城町総合体育館'),
        placeType: 'shelter',
        status: 'open',
        occupants: 1032,
        capacity: 1100,
        position: at(32.788, 130.815),
        time: '2016-04-16T01:52:00Z',
      },
    },
    {
      kind: 'place-status',
      precedence: 'ROUTINE',
      label: 'UNCLASSIFIED//PUBLIC',
      author: 'JPN Kumamoto prefecture liaison',
      body: {
        title: ja('Kumamoto Red Cross Hospital: taking trauma cases', '熊本赤十字病院:外傷患者を受入れ中'),
        placeType: 'hospital',
        status: 'open',
        position: at(32.795, 130.757),
        time: '2016-04-16T01:10:00Z',
      },
    },
    {
      kind: 'place-status',
      precedence: 'ROUTINE',
      label: 'UNCLASSIFIED//PUBLIC',
      author: 'JPN Kumamoto prefecture liaison',
      body: {
        title: ja('Route 57 blocked at Tateno', '国道 57 号 立野で通行止め'),
        placeType: 'road',
        status: 'closed',
        position: at(32.879, 130.966),
        time: '2016-04-16T00:40:00Z',
      },
    },
    {
      kind: 'situation-report',
      precedence: 'ROUTINE',
      label: `RESTRICTED//REL TO ${ALL}//FOR DISASTER-RELIEF`,
      author: 'JPN joint coordination post',
      body: {
        title: ja('Joint coordination post opened, Kengun', '共同調整所 開設 健軍'),
        summary: ja(
          'Liaison of JPN and USA forces at Camp Kengun; watch from 0200Z.',
          '健軍駐屯地に日米の連絡員。0200Z から当直開始。',
        ),
        position: at(32.777, 130.762),
        time: '2016-04-16T02:11:00Z',
      },
    },
    {
      kind: 'request-for-assistance',
      precedence: 'IMMEDIATE',
      label: 'CONFIDENTIAL//REL TO JPN, USA//FOR DISASTER-RELIEF',
      author: 'JPN logistics officer',
      body: {
        title: ja('Request for airlift, Minamiaso', '輸送支援要請 CH-47 / MV-22 南阿蘇'),
        summary: ja(
          'Roads to Minamiaso are cut. 20 t of water and food, 200 blankets.',
          '南阿蘇への道路が寸断。水・食料 20 t、毛布 200 枚の空輸を要請。',
        ),
        need: ja('Rotary-wing lift', '回転翼機による輸送'),
        item: 'other',
        quantity: { value: 4, unit: 'sorties' },
        neededBy: '2016-04-17T21:00:00Z',
        position: at(32.823, 131.032),
        time: '2016-04-16T01:31:00Z',
      },
    },
    {
      kind: 'situation-report',
      precedence: 'PRIORITY',
      label: 'CONFIDENTIAL//REL TO AUS, JPN, USA',
      author: 'JPN BOCC watch officer',
      portions: [{ at: '/remarks', label: 'SECRET//REL TO JPN, USA', otherwise: 'remove' }],
      body: {
        title: ja('Kumamoto airport: runway closed', '熊本空港 滑走路 閉鎖'),
        summary: ja(
          'Cracks on runway 07/25. Part of the terminal ceiling fell. Rotary wing may use the east apron.',
          '滑走路 07/25 に亀裂。ターミナル天井一部落下。回転翼機は東側エプロンを使用可。',
        ),
        remarks: ja(
          'Guard posts of the east apron as annexed. Reopening expected 19 Apr 0600Z.',
          '東側エプロンの警備配置は別紙のとおり。再開見込み 4/19 0600Z。',
        ),
        position: at(32.837, 130.855),
        time: '2016-04-16T01:36:00Z',
      },
    },
    {
      kind: 'alert',
      precedence: 'FLASH',
      label: 'UNCLASSIFIED//PUBLIC',
      author: 'JMA',
      body: {
        title: ja('Tsunami advisory, Ariake and Yatsushiro Sea', '津波注意報 有明・八代海'),
        event: 'tsunami',
        severity: 'Moderate',
        areas: [{ description: ja('Ariake Sea, Yatsushiro Sea', '有明海・八代海'), code: '712', grade: 'advisory' }],
        instructions: ja(
          'Leave the shore at once. Do not enter the sea.',
          '直ちに海岸から離れてください。海に入らないでください。',
        ),
        expires: '2016-04-15T17:14:00Z',
        position: at(32.52, 130.45),
        time: '2016-04-15T16:27:00Z',
      },
    },
  ],
  USA: [
    {
      kind: 'offer-of-assistance',
      precedence: 'PRIORITY',
      label: 'CONFIDENTIAL//REL TO JPN, USA//FOR DISASTER-RELIEF',
      author: 'USA III MEF watch',
      body: {
        title: ja('JP-5 40 kL at Yatsushiro: can supply', '燃料 JP-5 40 kL 八代港 提供可'),
        summary: ja(
          'From the amphibious ready group off Yatsushiro, hose to pier 2.',
          '八代沖の揚陸艦部隊から 2 号岸壁へ給油可能。',
        ),
        offer: ja('Fuel JP-5', '燃料 JP-5'),
        item: 'fuel',
        quantity: { value: 40, unit: 'kL' },
        availableFrom: '2016-04-17T03:00:00Z',
        position: at(32.515, 130.563),
        time: '2016-04-16T01:44:00Z',
      },
    },
    {
      kind: 'vessel-track-note',
      precedence: 'ROUTINE',
      label: 'RESTRICTED//REL TO JPN, USA',
      author: 'USA 7th Fleet',
      body: {
        title: 'USS Bonhomme Richard',
        hull: 'LHD-6',
        intent: { area: 'Yatsushiro Sea', aircraft: ['MV-22', 'CH-53E', 'UH-1Y'] },
        position: at(32.2, 130.3),
      },
    },
  ],
  AUS: [
    {
      kind: 'offer-of-assistance',
      precedence: 'ROUTINE',
      label: `RESTRICTED//REL TO ${ALL}`,
      author: 'AUS HQJOC',
      portions: [{ at: '/remarks', label: 'CONFIDENTIAL//REL TO AUS, USA', otherwise: 'remove' }],
      body: {
        title: ja('C-17 with search and rescue team, from Amberley', 'C-17 および捜索救助隊(アンバーリー発)'),
        summary: ja('70 people, self-sufficient for 10 days.', '70 名、10 日間自活可能。'),
        remarks: ja('Airframe also tasked for USA until 0900Z.', '機体は 0900Z まで米側任務にも割当て。'),
        offer: ja('Search and rescue team', '捜索救助隊'),
        item: 'other',
        quantity: { value: 70, unit: 'people' },
        availableFrom: '2016-04-17T12:00:00Z',
        position: at(33.585, 130.451),
        time: '2016-04-16T02:05:00Z',
      },
    },
  ],
};

function quakes(): Draft[] {
  const rows: readonly (readonly [string, number, number, number, number, string])[] = [
    ['2016-04-14T12:26:35Z', 32.742, 130.808, 6.5, 11, '7'],
    ['2016-04-14T13:07:35Z', 32.775, 130.849, 5.8, 8, '6-'],
    ['2016-04-14T15:03:46Z', 32.701, 130.778, 6.4, 7, '6+'],
    ['2016-04-15T16:25:05Z', 32.754, 130.763, 7.3, 12, '7'],
    ['2016-04-15T16:45:55Z', 32.863, 130.899, 5.9, 11, '6-'],
    ['2016-04-15T18:03:10Z', 32.964, 131.087, 5.9, 7, '5+'],
    ['2016-04-15T18:55:53Z', 33.026, 131.191, 5.8, 11, '6+'],
    ['2016-04-16T00:48:32Z', 32.847, 130.835, 5.4, 16, '6-'],
  ];
  return rows.map(([time, lat, lon, magnitude, depthKm, intensity]) => ({
    kind: 'hazard',
    precedence: magnitude >= 7 ? 'IMMEDIATE' : 'ROUTINE',
    label: 'UNCLASSIFIED//PUBLIC',
    author: 'JMA',
    body: {
      title: ja(`Earthquake M${magnitude}, Kumamoto`, `地震 M${magnitude} 熊本県熊本地方`),
      hazardType: 'earthquake',
      magnitude,
      depthKm,
      maxIntensity: intensity,
      position: at(lat, lon),
      time,
    },
  }));
}
