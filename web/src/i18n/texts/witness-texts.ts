import type { TextTable } from './text-table';

/** Partners as witnesses of this node's audit log, and this node as theirs. */
export const witnessTexts = {
  'witness.title': ['Cosigned by partners', '相手ノードによる連署'],
  'witness.what': [
    'Partners keep the root of this log, and never its content. Whoever rewrites it, even with the keys of the node, contradicts them.',
    '相手ノードはこの監査記録の根ハッシュのみを保持し、内容は受け取りません。鍵を持つ者が記録全体を書き換えても、連署と矛盾します。',
  ],
  'witness.ask': ['Have it cosigned now', '今すぐ連署を求める'],
  'witness.asked': [
    'Asked. Partners whose link is down are asked once it is up.',
    '要求しました。切断中の相手には接続後に求めます。',
  ],
  'witness.partner': ['Partner', '相手'],
  'witness.thisLog': ['This log', '当ノードの記録'],
  'witness.theirLog': ['Its log, cosigned here', '相手の記録（当ノードが連署）'],
  'witness.cosignedTo': ['{{n}} entries, {{time}}', '{{n}} 項まで、{{time}}'],
  'witness.behind': ['{{n}} since', '以後 {{n}} 項'],
  'witness.state.never': ['not asked yet', '未要求'],
  'witness.state.cosigned': ['cosigned', '連署済み'],
  'witness.state.refused': ['REFUSED: it cannot rely on our checkpoint', '拒否（当ノードの検証点を信頼できない）'],
  'witness.state.inconsistent': ['NOT THE LOG THAT WAS COSIGNED', '連署済みの記録と不一致'],
  'witness.state.went-back': ['WENT BACK TO AN OLDER LOG', '以前の記録に戻っている'],
  'witness.state.from': ['under way', '照合中'],
  'witness.alarm.inconsistent': [
    'The log of {{party}} is not the one cosigned here: {{size}} entries were cosigned, and {{offered}} are offered that do not go on from them. It was rewritten. Ask {{party}} by telephone.',
    '{{party}} の監査記録が、当ノードが連署した記録（{{size}} 項）と一致しません（提示 {{offered}} 項）。書き換えられています。{{party}} に電話で照会してください。',
  ],
  'witness.alarm.went-back': [
    'The log of {{party}} went back: {{size}} entries were cosigned, of which {{backTo}} are still there. That is so after a restore from a backup. Ask {{party}} by telephone.',
    '{{party}} の監査記録が以前の状態に戻りました（連署済み {{size}} 項のうち {{backTo}} 項まで一致）。バックアップからの復元後に起こります。{{party}} に電話で照会してください。',
  ],
  'witness.accept': ['Witness the log as it is now', '現在の記録から連署を再開'],
  'witness.acceptTitle': ['Witness the log of {{party}} as it is now', '{{party}} の現在の記録から連署を再開する'],
  'witness.acceptEffect': [
    'What was cosigned before is kept, and shows for ever that the log changed. From now on what goes on from the log as it is offered is cosigned.',
    'これまでの連署は保存され、記録が変わったことを示し続けます。以後は、提示された記録から継続するものに連署します。',
  ],
  'witness.acceptReason': ['Whom you asked, and what they answered', '照会した相手と回答'],
  'witness.confirm': ['To confirm, type {{word}}', '確認のため {{word}} と入力'],
  'witness.list': ['Cosigned checkpoints', '連署された検証点'],
  'event.witness-began': ['first cosigned', '連署の開始'],
  'event.witness-alarm': ['PARTNER LOG NOT AS COSIGNED', '相手の記録が連署と不一致'],
  'event.witness-cleared': ['partner log in order again', '相手の記録の正常化'],
  'event.witness-accepted': ['partner log accepted', '相手の記録の受入れ'],
  'event.cosigning-began': ['cosigned by partner', '相手による連署'],
  'event.cosigning-refused': ['NOT COSIGNED BY PARTNER', '相手による連署の拒否'],
  'tells.witness-began': [
    '{{actor}} cosigned the audit log of {{party}} for the first time ({{size}} entries).',
    '{{actor}} が {{party}} の監査記録（{{size}} 項）に初めて連署しました。',
  ],
  'tells.witness-alarm': [
    'The audit log of {{party}} is not the one cosigned here ({{state}}): {{cosigned}} entries cosigned, {{offered}} offered, alike up to {{backTo}}.',
    '{{party}} の監査記録が連署と一致しません（{{state}}）: 連署 {{cosigned}} 項、提示 {{offered}} 項、一致 {{backTo}} 項まで。',
  ],
  'tells.witness-cleared': [
    'The audit log of {{party}} goes on from what was cosigned again ({{size}} entries).',
    '{{party}} の監査記録が連署済みの内容から再び継続しました（{{size}} 項）。',
  ],
  'tells.witness-accepted': [
    '{{actor}} accepted the audit log of {{party}} as it was offered ({{size}} entries, {{state}}): {{reason}}',
    '{{actor}} が {{party}} の監査記録（{{size}} 項、{{state}}）を受け入れました: {{reason}}',
  ],
  'tells.cosigning-began': [
    '{{party}} cosigned the audit log of this node ({{size}} entries).',
    '{{party}} が当ノードの監査記録（{{size}} 項）に連署しました。',
  ],
  'tells.cosigning-refused': [
    '{{party}} did not cosign the audit log of this node ({{state}}); it had cosigned {{cosigned}} entries.',
    '{{party}} が当ノードの監査記録に連署しませんでした（{{state}}）。連署済みは {{cosigned}} 項です。',
  ],
} as const satisfies TextTable;
