import type { TextTable } from './text-table';

/** Keys of this node and cards of its partners. */
export const keyTexts = {
  'nav.keys': ['Keys', '鍵'],
  'action.goKeys': ['Go to keys', '鍵へ'],
  'keys.title': ['Keys', '鍵'],
  'keys.subtitle': [
    'With what this node signs and connects, and the cards by which it knows its partners.',
    'このノードの署名・接続に使う鍵と、相手ノードを見分けるカード。',
  ],
  'keys.own': ['This node, {{node}}', '当ノード {{node}}'],
  'keys.made': ['Made', '作成'],
  'keys.overdue': [
    'Older than the {{n}} days that are recommended: exchange the keys when the links are up.',
    '推奨期間の {{n}} 日を過ぎています。接続が確立しているときに鍵を更新してください。',
  ],
  'keys.use': ['Used for', '用途'],
  'keys.uses': [
    'checkpoints of ledgers and audit log, node card (Ed25519 and ML-DSA-65) · links (TLS, P-384) · media and parcels (X-Wing)',
    '開示台帳・監査記録の検証点、ノードカード（Ed25519・ML-DSA-65）／接続（TLS、P-384）／媒体・小包の封緘（X-Wing）',
  ],
  'keys.fingerprint': ['Fingerprint', '指紋'],
  'keys.words': ['Words to compare by telephone', '電話での照合用の言葉'],
  'keys.figures': ['In figures', '数字で表示'],
  'keys.former': ['Before', '以前の鍵'],
  'keys.formerEnded': [
    'until {{at}}; counts for the first {{n}} entries of the audit log',
    '{{at}} まで。監査記録の {{n}} 項目まで有効',
  ],
  'keys.formerWithdrawn': [
    'given up on {{at}}, somebody else may have it; counts for the first {{n}} entries of the audit log',
    '{{at}} に漏えいのおそれにより廃止。監査記録の {{n}} 項目まで有効',
  ],
  'keys.save': ['Save card', 'カードを保存'],
  'keys.rotate': ['Exchange keys', '鍵を更新'],
  'keys.rotateTitle': ['Exchange the keys of this node', '当ノードの鍵を更新する'],
  'keys.rotateEffect': [
    'All keys are made anew, and the old ones vouch for them. Partners are told when they are linked and follow by themselves; ledgers go on. Links break for some seconds. Make a backup afterwards: an older one holds the old keys.',
    'すべての鍵を作り直し、旧鍵が新鍵を保証します。相手には接続時に通知され、自動で切り替わります。台帳はそのまま続きます。接続は数秒間切れます。古いバックアップには旧鍵しかないため、更新後にバックアップを作成してください。',
  ],
  'keys.withdraw': ['Give up keys', '鍵を廃止'],
  'keys.withdrawTitle': ['Give up the keys of this node', '当ノードの鍵を廃止する'],
  'keys.withdrawEffect': [
    'For when somebody else may have them. All keys are made anew and nothing vouches for them: every link ends now, and every partner has to take the new card and compare its words by telephone. What the partners hold stays provable.',
    '鍵が他者の手に渡ったおそれがあるときに行います。すべての鍵を作り直し、旧鍵による保証はありません。全接続を直ちに切断し、各相手は新しいカードを受け取り電話で言葉を照合する必要があります。相手が保持している内容の証明は引き続き有効です。',
  ],
  'keys.typeName': ['Type {{word}} to confirm', '確認のため {{word}} と入力'],
  'keys.reason': ['Reason (stands in the audit log)', '理由（監査記録に残ります）'],
  'keys.partners': ['Partners', '相手'],
  'keys.noPartners': ['This node has no partners.', 'このノードには相手がありません。'],
  'keys.revoked': ['REVOKED', '失効'],
  'keys.revokedBy': [
    'Revoked by {{by}} on {{at}}: {{reason}}. Nothing is sent or taken until a new card is taken.',
    '{{by}} が {{at}} に失効（{{reason}}）。新しいカードを受け入れるまで送受信しません。',
  ],
  'keys.knows': ['{{node}} goes by our newest keys.', '{{node}} は当方の最新の鍵を使っています。'],
  'keys.willBeTold': [
    '{{node}} still goes by older keys of ours; it is told as soon as it is linked.',
    '{{node}} は当方の以前の鍵を使っています。接続すると自動で通知します。',
  ],
  'keys.bring': [
    '{{node}} still goes by older keys of ours and cannot be told: bring it the card and compare the words.',
    '{{node}} は当方の以前の鍵を使っており、通知できません。カードを渡し、言葉を照合してください。',
  ],
  'keys.brought': ['It has our new card', '新しいカードを渡した'],
  'keys.fault.stranger': [
    'New keys were refused: not signed by a key of this partner (last {{at}}, {{n}} times).',
    '新しい鍵を拒否: この相手の鍵による署名ではありません（最終 {{at}}、{{n}} 回）。',
  ],
  'keys.fault.replay': [
    'New keys were refused: an old statement was shown again (last {{at}}, {{n}} times).',
    '新しい鍵を拒否: 過去の申告が再び示されました（最終 {{at}}、{{n}} 回）。',
  ],
  'keys.fault.fork': [
    'New keys were refused: one key with two different successors. Somebody else may have that key: call the partner (last {{at}}, {{n}} times).',
    '新しい鍵を拒否: 一つの鍵に二つの後継が示されました。鍵が漏えいしたおそれがあります。相手に電話してください（最終 {{at}}、{{n}} 回）。',
  ],
  'keys.fault.revoked': [
    'New keys were refused: the card before them is revoked here (last {{at}}, {{n}} times).',
    '新しい鍵を拒否: 元のカードは当方で失効済みです（最終 {{at}}、{{n}} 回）。',
  ],
  'keys.history': ['Cards so far: {{n}}', 'これまでのカード: {{n}} 枚'],
  'keys.how': ['Relied on because of', '根拠'],
  'keys.how.settings': ['the settings', '設定ファイル'],
  'keys.how.succession': ['the key before it', '前の鍵の保証'],
  'keys.how.accepted': ['an administrator', '管理者の照合'],
  'keys.since': ['Since', '開始'],
  'keys.until': ['Until', '終了'],
  'keys.holds': ['in force', '有効'],
  'keys.signed': ['Counts up to entry', '有効な台帳項目'],
  'keys.accept': ['Take a new card', '新しいカードを受け入れる'],
  'keys.acceptTitle': ['A new card of {{node}}', '{{node}} の新しいカード'],
  'keys.cardFile': ['Card file', 'カードのファイル'],
  'keys.cardText': ['or its text', 'またはカードの文字列'],
  'keys.read': ['Read it', '読み取る'],
  'keys.compare': [
    'Call an officer of {{node}} whom you know, at a number you know, and have the words read out to you.',
    '面識のある {{node}} の担当者に既知の番号で電話し、言葉を読み上げてもらって照合してください。',
  ],
  'keys.compared': ['All sixteen words were the same.', '16 語すべて一致しました。'],
  'keys.revoke': ['Revoke card', 'カードを失効'],
  'keys.revokeTitle': ['Revoke the card of {{node}}', '{{node}} のカードを失効させる'],
  'keys.revokeEffect': [
    'The link ends now. Nothing is sent to that node or taken from it, by link, medium or relay, until you take a new card. What waits for it stays in the ledger.',
    '接続を直ちに切断します。新しいカードを受け入れるまで、接続・媒体・中継のいずれでも送受信しません。未送信の内容は開示台帳に残ります。',
  ],
  'event.keys-rotated': ['keys exchanged', '鍵の更新'],
  'event.keys-withdrawn': ['KEYS GIVEN UP', '鍵の廃止'],
  'event.card-handed-over': ['card handed over', 'カードの手渡し'],
  'event.partner-card-revoked': ['PARTNER CARD REVOKED', '相手カードの失効'],
  'event.partner-card-accepted': ['partner card taken', '相手カードの受入れ'],
  'event.partner-keys-succeeded': ['partner keys succeeded', '相手の鍵の継承'],
  'event.partner-keys-refused': ['PARTNER KEYS REFUSED', '相手の鍵の拒否'],
  'tells.keys-rotated': [
    '{{actor}} exchanged the keys of this node ({{reason}}); new fingerprint {{fingerprint}}.',
    '{{actor}} が当ノードの鍵を更新しました（{{reason}}）。新しい指紋 {{fingerprint}}。',
  ],
  'tells.keys-withdrawn': [
    '{{actor}} gave up the keys of this node ({{reason}}); new fingerprint {{fingerprint}}.',
    '{{actor}} が当ノードの鍵を廃止しました（{{reason}}）。新しい指紋 {{fingerprint}}。',
  ],
  'tells.card-handed-over': [
    '{{actor}} noted that {{party}} has the new card of this node.',
    '{{actor}} が {{party}} へ新しいカードを渡したと記録しました。',
  ],
  'tells.partner-card-revoked': [
    '{{actor}} revoked the card of {{party}}: {{reason}}',
    '{{actor}} が {{party}} のカードを失効させました。理由: {{reason}}',
  ],
  'tells.partner-card-accepted': [
    '{{actor}} took a new card of {{party}}, fingerprint {{fingerprint}}.',
    '{{actor}} が {{party}} の新しいカードを受け入れました（{{fingerprint}}）。',
  ],
  'tells.partner-keys-succeeded': [
    '{{party}} has new keys, and the old ones vouch for them: fingerprint {{fingerprint}}; the old ones count up to entry {{ledger}}.',
    '{{party}} の鍵が更新されました（旧鍵が保証、{{fingerprint}}）。旧鍵は {{ledger}} 項目まで有効です。',
  ],
  'tells.partner-keys-refused': [
    'New keys that came as those of {{party}} were refused ({{fault}}): {{why}}',
    '{{party}} のものとして届いた新しい鍵を拒否しました（{{fault}}: {{why}}）。',
  ],
} as const satisfies TextTable;
