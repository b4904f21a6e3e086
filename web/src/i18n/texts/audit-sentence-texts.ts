import type { TextTable } from './text-table';

/** The sentence that tells an event of the audit log. */
export const auditSentenceTexts = {
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
} satisfies TextTable;
