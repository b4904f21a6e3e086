import type { TextTable } from './text-table';

/** The audit explorer: what every event is called, the sentence that tells one, and its proofs. */
export const auditTexts = {
  'event.record-removed': ['record removed', '記録の除去'],
  'event.record-refused': ['record refused', '記録の受領拒否'],
  'event.release-ended': ['release ended', '開示の終了'],
  'event.agreements-loaded': ['agreements loaded', '協定の読込'],
  'event.medium-exported': ['medium written', '媒体の書出し'],
  'event.medium-imported': ['medium taken in', '媒体の取込み'],
  'event.parcel-carried': ['parcel carried', '中継'],
  'event.parcel-refused': ['parcel refused', '中継の拒否'],
  'event.parcel-returned': ['parcel returned', '中継の返戻'],
  'event.parcels-dropped': ['parcels dropped', '中継の破棄'],
  'event.attachment-uploaded': ['attachment uploaded', '添付の登録'],
  'event.attachment-wanted': ['attachment asked for', '添付の請求'],
  'event.attachment-received': ['attachment received', '添付の受領'],
  'event.attachment-sent': ['attachment sent', '添付の送付'],
  'event.attachment-refused': ['attachment refused', '添付の拒否'],
  'event.attachment-damaged': ['attachment damaged', '添付の破損'],
  'event.attachment-lacking': ['attachment not there', '添付の欠落'],
  'event.attachment-too-large': ['attachment too large', '添付の超過'],
  'event.backup-made': ['backup made', 'バックアップの作成'],
  'event.backup-failed': ['backup failed', 'バックアップの失敗'],
  'event.restored': ['node restored', 'ノードの復元'],
  'event.rows-sealed': ['rows sealed', '行の封印'],
  'event.tampering-found': ['TAMPERING FOUND', '改変の検出'],
  'event.audit-exported': ['audit log exported', '監査記録の書出し'],
  'event.verified': ['stored data verified', '保存内容の検証'],
  'tells.record-stored': [
    '{{actor}} wrote this record: {{kind}}, {{banner}}.',
    '{{actor}} がこの記録を書きました（{{kind}}、{{banner}}）。',
  ],
  'tells.record-revised': [
    '{{actor}} wrote revision {{revision}}: {{kind}}, {{banner}}.',
    '{{actor}} が改訂 {{revision}} を書きました（{{kind}}、{{banner}}）。',
  ],
  'tells.record-recalled': [
    '{{actor}} recalled the record at revision {{revision}}: {{reason}}',
    '{{actor}} が改訂 {{revision}} の記録を撤回しました。理由: {{reason}}',
  ],
  'tells.record-received': [
    '{{actor}} released it to us as entry {{position}} ({{what}}).',
    '{{actor}} が {{position}} 項目として当方へ開示しました（{{what}}）。',
  ],
  'tells.record-read': [
    '{{actor}} opened the record at revision {{revision}}.',
    '{{actor}} がこの記録の改訂 {{revision}} を閲覧しました。',
  ],
  'tells.attachment-read': ['{{actor}} opened a file.', '{{actor}} がファイルを閲覧しました。'],
  'tells.record-removed': [
    'It was removed here, released by {{party}} before: {{what}}.',
    '{{party}} から開示されていた記録を除去しました（{{what}}）。',
  ],
  'tells.record-refused': [
    'An entry of {{actor}} was not taken: {{what}}.',
    '{{actor}} の項目を受け付けませんでした（{{what}}）。',
  ],
  'audit.recovered.came-back': ['the record, as it is held there', '記録（相手の保有する形）'],
  'audit.recovered.revision-came-back': ['a newer revision, whole', '新しい版（全体）'],
  'audit.recovered.newer-in-part': [
    'a newer revision is held only in part; this node keeps its older one: write it anew',
    '新しい版は一部しか残っていません。このノードは古い版のままです。書き直してください',
  ],
  'audit.recovered.older-elsewhere': [
    'a newer revision; another partner holds an older one, and nobody can prove for whom the newer was: write it anew',
    '新しい版。別の相手国が古い版を保有しており、新しい版の開示先を証明できません。書き直してください',
  ],
  'audit.recovered.newer-waits': [
    'a newer revision, which waits for what the other partners hold; if it is not back after they were connected, write it anew',
    '新しい版。他の相手国の保有状況を待っています。接続後も戻らない場合は書き直してください',
  ],
  'audit.recovered.newer-unlike': [
    'newer forms that do not fit together: write it anew',
    '新しい版の写しが一致しません。書き直してください',
  ],
  'audit.recovered.taken-back': ['it had been taken back: decide it again', '撤回済みでした。再度判断してください'],
  'tells.record-recovered': [
    'A release to {{party}} that had been lost here came back from there: {{what}}.',
    '失われていた {{party}} への開示を相手から回復しました（{{what}}）。',
  ],
  'tells.release-decided': [
    '{{actor}} had it decided for {{party}}: {{decision}} (revision {{revision}}, by the law of {{asOf}}).',
    '{{actor}} の操作により {{party}} への開示を決定: {{decision}}（改訂 {{revision}}、{{asOf}} 時点の取決めによる）。',
  ],
  'tells.release-ended': [
    'The release to {{party}} ended and was recalled.',
    '{{party}} への開示期間が終わり、撤回しました。',
  ],
  'tells.agreements-loaded': [
    '{{count}} agreements were read from the register.',
    '協定 {{count}} 件を台帳から読み込みました。',
  ],
  'tells.agreement-suspended': [
    '{{actor}} suspended agreement {{agreement}}: {{reason}}',
    '{{actor}} が協定 {{agreement}} を停止しました。理由: {{reason}}',
  ],
  'tells.agreement-resumed': [
    '{{actor}} resumed agreement {{agreement}}: {{reason}}',
    '{{actor}} が協定 {{agreement}} の停止を解除しました。理由: {{reason}}',
  ],
  'tells.agreement-ended': [
    '{{actor}} ended agreement {{agreement}}: {{reason}}',
    '{{actor}} が協定 {{agreement}} を終了しました。理由: {{reason}}',
  ],
  'tells.link-up': ['The link to {{party}} came up ({{detail}}).', '{{party}} との接続が確立しました（{{detail}}）。'],
  'tells.link-down': [
    'The link to {{party}} went down ({{detail}}).',
    '{{party}} との接続が切れました（{{detail}}）。',
  ],
  'tells.link-refused': [
    'A caller was refused on the link: {{why}} ({{count}} times, from {{from}}).',
    '接続要求を拒否しました: {{why}}（{{count}} 回、{{from}} から）。',
  ],
  'tells.link-paused': ['{{actor}} paused the link to {{party}}.', '{{actor}} が {{party}} との接続を停止しました。'],
  'tells.link-resumed': [
    '{{actor}} let the link to {{party}} come back.',
    '{{actor}} が {{party}} との接続を再開しました。',
  ],
  'tells.ledger-epoch-opened': [
    '{{actor}} opened epoch {{epoch}} of the ledger for {{party}} from entry {{from}} on: {{reason}}',
    '{{actor}} が {{party}} への開示台帳の第 {{epoch}} 期を第 {{from}} 項から開きました。理由: {{reason}}',
  ],
  'tells.ledger-recovered': [
    'Entries {{from}} to {{to}} of the ledger for {{party}} came back from there.',
    '{{party}} への開示台帳の {{from}}〜{{to}} 項を相手から回復しました。',
  ],
  'tells.medium-exported': [
    '{{actor}} wrote a medium for {{party}}: entries {{from}} to {{to}}.',
    '{{actor}} が {{party}} あての媒体を書き出しました（{{from}}〜{{to}} 項）。',
  ],
  'tells.medium-imported': [
    '{{actor}} took in a medium of {{party}}: entries {{from}} to {{to}}, {{added}} new.',
    '{{actor}} が {{party}} の媒体を取り込みました（{{from}}〜{{to}} 項、新規 {{added}}）。',
  ],
  'tells.parcel-carried': [
    'A sealed parcel of {{actor}} was carried on to {{next}} ({{bytes}} bytes).',
    '{{actor}} の封緘済み小包を {{next}} へ中継しました（{{bytes}} バイト）。',
  ],
  'tells.parcel-refused': [
    'Parcels of {{party}} were not taken: {{why}} ({{count}} times).',
    '{{party}} の小包を受け付けませんでした: {{why}}（{{count}} 回）。',
  ],
  'tells.parcel-returned': [
    '{{party}} did not take a parcel that came from {{from}} ({{code}}).',
    '{{from}} から来た小包を {{party}} が受け取りませんでした（{{code}}）。',
  ],
  'tells.parcels-dropped': [
    '{{count}} parcels were dropped: they had waited too long.',
    '小包 {{count}} 個を期限切れで破棄しました。',
  ],
  'tells.attachment-uploaded': [
    '{{actor}} uploaded a file: {{type}}, {{size}} bytes.',
    '{{actor}} がファイルを登録しました（{{type}}、{{size}} バイト）。',
  ],
  'tells.attachment-wanted': [
    '{{actor}} asked {{party}} for a file of {{size}} bytes.',
    '{{actor}} が {{party}} へファイルを請求しました（{{size}} バイト）。',
  ],
  'tells.attachment-received': [
    'A file of {{party}} came: {{size}} bytes.',
    '{{party}} のファイルを受領しました（{{size}} バイト）。',
  ],
  'tells.attachment-sent': [
    '{{party}} was given a file of this record ({{by}}).',
    '{{party}} へこの記録のファイルを渡しました（{{by}}）。',
  ],
  'tells.attachment-refused': [
    '{{party}} was refused a file that is not released to it.',
    '{{party}} に開示されていないファイルの請求を拒否しました。',
  ],
  'tells.attachment-damaged': [
    'A file of {{party}} came damaged and was thrown away.',
    '{{party}} のファイルが破損していたため破棄しました。',
  ],
  'tells.attachment-lacking': [
    '{{party}} does not have a file that its record lists.',
    '記録に挙げられたファイルが {{party}} にありません。',
  ],
  'tells.attachment-too-large': [
    '{{actor}} asked {{party}} for a file that is too large: {{size}} bytes.',
    '{{actor}} が {{party}} へ請求したファイルは大きすぎます（{{size}} バイト）。',
  ],
  'tells.backup-made': ['{{actor}} made backup {{name}}.', '{{actor}} がバックアップ {{name}} を作成しました。'],
  'tells.backup-failed': ['A backup failed: {{reason}}', 'バックアップに失敗しました: {{reason}}'],
  'tells.restored': [
    'The node was restored from backup {{backup}}, made {{made}}.',
    'ノードをバックアップ {{backup}}（{{made}} 作成）から復元しました。',
  ],
  'tells.rows-sealed': [
    'Sealed {{count}} rows as they were found, with a new key.',
    '{{count}} 行を現状のまま新しい鍵で封印しました。',
  ],
  'tells.tampering-found': [
    'Changed behind the node: {{first}} ({{count}} findings).',
    'ノードを通さない改変を検出: {{first}}（{{count}} 件）。',
  ],
  'tells.audit-exported': [
    '{{actor}} exported entries {{from}} to {{to}} of the audit log.',
    '{{actor}} が監査記録の {{from}}〜{{to}} 項を書き出しました。',
  ],
  'tells.verified': [
    '{{actor}} had everything stored verified: {{findings}} findings.',
    '{{actor}} が保存内容の検証を行いました（検出 {{findings}} 件）。',
  ],
  'tells.signed-in': [
    '{{actor}} signed in from {{address}} ({{by}}).',
    '{{actor}} がサインインしました（{{address}}、{{by}}）。',
  ],
  'tells.signed-out': ['{{actor}} signed out.', '{{actor}} がサインアウトしました。'],
  'tells.sign-in-failed': [
    'Somebody failed to sign in as {{name}} from {{address}}.',
    '{{name}} としてのサインインに失敗しました（{{address}}）。',
  ],
  'tells.access-refused': ['{{actor}} was refused {{endpoint}}.', '{{actor}} による {{endpoint}} を拒否しました。'],
  'tells.first-administrator-invited': [
    'The link for the first administrator was made.',
    '最初の管理者の招待リンクを発行しました。',
  ],
  'tells.person-added': ['{{actor}} added {{name}}.', '{{actor}} が {{name}} を追加しました。'],
  'tells.person-changed': ['{{actor}} changed {{name}}.', '{{actor}} が {{name}} を変更しました。'],
  'tells.person-deactivated': ['{{actor}} deactivated {{name}}.', '{{actor}} が {{name}} を無効にしました。'],
  'tells.person-invited': [
    '{{actor}} made a link for {{name}} to set up sign-in.',
    '{{actor}} が {{name}} の招待リンクを発行しました。',
  ],
  'tells.credentials-set': [
    '{{actor}} set up sign-in ({{by}}).',
    '{{actor}} がサインイン方法を設定しました（{{by}}）。',
  ],
  'tells.password-changed': ['{{actor}} changed their password.', '{{actor}} がパスワードを変更しました。'],
  'tells.authenticator-changed': [
    '{{actor}} changed their authenticator app.',
    '{{actor}} が認証アプリを変更しました。',
  ],
  'tells.proof-given': ['{{actor}} proved again who they are.', '{{actor}} の本人確認をもう一度行いました。'],
  'tells.proof-failed': ['{{actor}} failed to prove who they are.', '{{actor}} の本人確認に失敗しました。'],
  'tells.provider-refused': [
    'A sign-in of {{name}} by the identity provider was refused: {{reason}}',
    '{{name}} の認証基盤によるサインインを拒否しました: {{reason}}',
  ],
  'tells.provider-signed-out': [
    'The identity provider said that {{name}} has signed out there; {{count}} sessions here ended.',
    '認証基盤から {{name}} のサインアウトが通知され、このノードのセッション {{count}} 件を終了しました。',
  ],
  'tells.passkey-added': ['{{actor}} added a passkey.', '{{actor}} がパスキーを追加しました。'],
  'tells.passkey-removed': ['{{actor}} removed a passkey.', '{{actor}} がパスキーを削除しました。'],
  'tells.passkey-renamed': ['{{actor}} renamed a passkey.', '{{actor}} がパスキーの名称を変更しました。'],
  'tells.passkey-refused': [
    'A passkey for {{name}} was refused: {{reason}}',
    '{{name}} のパスキーを拒否しました: {{reason}}',
  ],
  'tells.session-ended': ['{{actor}} ended one of their sessions.', '{{actor}} が自分のセッションを終了しました。'],
  'tells.session-moved': [
    'The session of {{actor}} was used in another browser, and was ended.',
    '{{actor}} のセッションが別のブラウザーで使われたため終了しました。',
  ],
  'tells.person-session-ended': [
    '{{actor}} ended a session of {{person}}.',
    '{{actor}} が {{person}} のセッションを終了しました。',
  ],
  'tells.sessions-ended': [
    '{{actor}} ended all sessions of {{name}}.',
    '{{actor}} が {{name}} の全セッションを終了しました。',
  ],
  'tells.token-made': ['{{actor}} made an access token.', '{{actor}} がアクセストークンを作成しました。'],
  'tells.token-revoked': ['{{actor}} revoked an access token.', '{{actor}} がアクセストークンを失効させました。'],
  'audit.who': ['Who', '行為者'],
  'audit.from': ['From (UTC)', '開始（UTC）'],
  'audit.until': ['Until (UTC)', '終了（UTC）'],
  'audit.text': ['Text in the details', '内容の語句'],
  'audit.what': ['What happened', '内容'],
  'audit.open': ['Entry {{n}}', '第 {{n}} 項'],
  'audit.raw': ['As recorded', '記録された形'],
  'audit.leaf': ['Leaf hash', '葉ハッシュ'],
  'audit.follow': ['Follow this record', 'この記録を追う'],
  'audit.export': ['Export for an inspector', '監察用に書き出す'],
  'audit.exportHint': [
    'All entries of the days chosen, with the signed checkpoint and proofs: renkei verify FILE --card CARD checks them without this node.',
    '選んだ期間の全項を、署名付き検証点と証明とともに書き出します。renkei verify FILE --card CARD により、このノードなしで検証できます。',
  ],
  'audit.proveEntry': ['Prove this entry', 'この項を証明'],
  'audit.proofHolds': [
    'Proven in this browser: the leaf was computed from what is shown above, and {{n}} hashes lead from it to the root of the checkpoint over {{size}} entries.',
    'このブラウザーで証明しました。上の表示から葉を計算し、{{n}} 個のハッシュで {{size}} 項の検証点の根に到達しました。',
  ],
  'audit.proofFails': [
    'NOT PROVEN: what is shown does not lead to the root of the checkpoint. Do not rely on this entry and call the security officer.',
    '証明できません。表示内容が検証点の根に到達しません。この項を信頼せず、保全責任者に連絡してください。',
  ],
  'audit.follows': ['One record on one line of time', '一つの記録の経過'],
  'audit.followsHint': [
    'What this node recorded, what stands in the ledgers, and what partners confirmed. What a partner does with it there, only its own log tells.',
    'このノードの記録、開示台帳の項目、相手の確認を時間順に示します。相手側での取扱いは相手の監査記録だけが示します。',
  ],
  'audit.given': ['Released to {{party}} as entry {{n}}', '{{party}} へ {{n}} 項目として開示'],
  'audit.taken': ['Came from {{party}} as entry {{n}}', '{{party}} から {{n}} 項目として受領'],
  'audit.givenRecall': ['Recalled from {{party}} by entry {{n}}', '{{party}} から {{n}} 項目で撤回'],
  'audit.takenRecall': ['Recalled by {{party}} by entry {{n}}', '{{party}} が {{n}} 項目で撤回'],
  'audit.confirmed': ['confirmed by {{party}}, at the latest {{time}}', '{{party}} が確認済み（遅くとも {{time}}）'],
  'audit.sentNotConfirmed': ['sent, not yet confirmed', '送出済み・未確認'],
  'audit.waiting': ['waits for the link', '送出待ち'],
  'audit.older': ['Older checkpoint', '以前の検証点'],
  'audit.olderOver': ['{{n}} entries', '{{n}} 項'],
  'audit.noneKept': ['No checkpoint is kept yet.', '保存された検証点はまだありません。'],
  'audit.compare': ['Prove that nothing before was changed', '以前の内容が変わっていないことを証明'],
  'audit.consistent': [
    'Proven in this browser: the log of {{second}} entries begins with exactly the {{first}} entries of the older checkpoint ({{n}} hashes).',
    'このブラウザーで証明しました。{{second}} 項の監査記録は、以前の検証点の {{first}} 項とまったく同じ内容から始まっています（ハッシュ {{n}} 個）。',
  ],
  'audit.inconsistent': [
    'NOT CONSISTENT: the log does not begin with what the older checkpoint sealed. Keep both checkpoints and call the security officer.',
    '一致しません。監査記録が以前の検証点の内容から始まっていません。双方の検証点を保全し、保全責任者に連絡してください。',
  ],
} satisfies TextTable;
