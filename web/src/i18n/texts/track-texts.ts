import type { TextTable } from './text-table';

export const trackTexts = {
  'track.list': ['Tracks', '航跡'],
  'track.panel': ['Track', '航跡'],
  'track.search': ['Name, call sign, MMSI, ICAO address', '名前・呼出符号・MMSI・ICAO アドレス'],
  'track.domain': ['Kind', '種別'],
  'track.sea': ['Sea', '海上'],
  'track.air': ['Air', '航空'],
  'track.land': ['Land', '陸上'],
  'track.unknown': ['Unknown', '不明'],
  'track.lost': ['LOST', '消失'],
  'track.state.live': ['live', '追尾中'],
  'track.state.lost': ['lost: nothing heard for long', '消失（長く受信なし）'],
  'track.state.ended': ['ended', '終了'],
  'track.none': [
    'Nothing moves here yet. Tracks appear as soon as a feed runs whose label you may see.',
    '航跡はまだありません。閲覧できる表示のデータ入力が動き始めると現れます。',
  ],
  'track.noMatch': [
    'No track matches. Search for less, or choose all kinds.',
    '該当する航跡がありません。検索語を短くするか、すべての種別を選んでください。',
  ],
  'track.more': ['{{n}} more: search for the one you want.', 'ほかに {{n}} 件。検索で絞り込んでください。'],
  'track.streamLost': [
    'Tracks are not updated at the moment. Connecting again; what you see may be old.',
    '航跡の更新が途切れました。再接続中です。表示は古い可能性があります。',
  ],
  'track.notFound': [
    'There is no such track any longer, or it is not releasable to you.',
    'この航跡はもうないか、開示されていません。',
  ],
  'track.coarseName': ['Coarse position', '概略位置'],
  'track.coarse': [
    'Somewhere in a cell of {{km}} km, as of the time below. Identity, name and motion are not released to you.',
    '下記時刻に一辺 {{km}} km の区画内のどこか。識別・名前・動きは開示されていません。',
  ],
  'track.seen': ['Seen', '観測'],
  'track.position': ['Position', '位置'],
  'track.motion': ['Course, speed', '針路・速力'],
  'track.heading': ['Heading', '船首・機首方位'],
  'track.altitude': ['Altitude', '高度'],
  'track.callsign': ['Call sign', '呼出符号'],
  'track.identities': ['Identities', '識別'],
  'track.predicted': ['If it goes on like this', 'このまま進んだ場合'],
  'track.sources': ['Sources', '情報源'],
  'track.destination': ['to {{place}}', '{{place}} 行き'],
} as const satisfies TextTable;
