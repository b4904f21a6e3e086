import type { TextTable } from './text-table';

/** A case as each nation knew it. */
export const replayTexts = {
  'audit.list.case-replay': ['a replay of a case', '事案の再生'],
  'event.after-action-report-made': ['after-action report made as PDF', '事後検証資料の PDF 作成'],
  'tells.after-action-report-made': [
    '{{actor}} made an after-action report on the case {{case}} as PDF: {{statements}} statements, {{label}}.',
    '{{actor}} が事案 {{case}} の事後検証資料を PDF で作成しました（申述 {{statements}} 件、{{label}}）。',
  ],
  'replay.title': ['Replay', '再生'],
  'replay.open': ['Replay: who knew what when', '再生：各国がいつ何を知ったか'],
  'replay.end': ['Back to now', '現在に戻る'],
  'replay.partner': ['Beside us', '対照する国'],
  'replay.time': ['Time', '時点'],
  'replay.back': ['Step back', '前の時点'],
  'replay.forward': ['Step forward', '次の時点'],
  'replay.place': ['{{n}} of {{of}}', '{{of}} 時点中 {{n}}'],
  'replay.hint': [
    'Arrow keys on the slider go from mark to mark. A partner knew what it said, confirmed or answered, as far as this node can tell.',
    'スライダーの矢印キーで時点を移動します。相手国は、自ら述べたもの、受領を確認したもの、回答したものを知っていたとします（自ノードで分かる範囲）。',
  ],
  'replay.knew': ['What {{party}} knew', '{{party}} が知っていたこと'],
  'replay.whole': ['The whole case as {{party}} knew it', '{{party}} が知っていた事案の全体'],
  'replay.nothing': ['Nobody knew of anything yet.', 'まだ何も知られていません。'],
  'replay.earlier': ['{{n}} earlier statements are left out.', 'これより前の申述 {{n}} 件は省略しています。'],
  'replay.pdf': ['After-action report (PDF)', '事後検証資料（PDF）'],
  'replay.alone': ['only here', 'この国だけ'],
  'replay.takenBack': ['taken back {{time}}', '撤回 {{time}}'],
  'replay.gone': [
    '{{party}} said something here and took it back {{time}}: nothing of it is left',
    '{{party}} の申述がありましたが、{{time}} に撤回され、内容は残っていません',
  ],
  'replay.evidence.said': ['said it', '自ら申述'],
  'replay.evidence.arrived': ['here {{time}}, after {{delay}}', '受領 {{time}}（{{delay}}後）'],
  'replay.evidence.confirmed': ['confirmed {{time}}, after {{delay}}', '受領確認 {{time}}（{{delay}}後）'],
  'replay.evidence.answered': ['answered {{time}}, after {{delay}}', '回答 {{time}}（{{delay}}後）'],
} satisfies TextTable;
