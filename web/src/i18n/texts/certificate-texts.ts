import type { TextTable } from './text-table';

export const certificateTexts = {
  'certificates.title': ['Client certificates of machines', '機械のクライアント証明書'],
  'certificates.hint': [
    'A feed, a script or a monitoring system comes in as an account by its certificate; the key never leaves its machine. It does not matter who signed the certificate: its fingerprint counts.',
    '取り込み・スクリプト・監視システムは、証明書によりアカウントとして入ります。鍵が外に出ることはありません。発行者を問わず、証明書そのものの指紋で見分けます。',
  ],
  'certificates.notAsked': [
    'This node does not ask for certificates, so none of them opens anything now. Set renkei.api.tls.client-certificates to true and start it again.',
    'このノードは証明書を求めない設定のため、今はどれも使えません。renkei.api.tls.client-certificates を true にして起動し直してください。',
  ],
  'certificates.own': ['Machines that come in as me', '自分として入る機械'],
  'certificates.ownHint': [
    'An administrator registered these for your account. Revoke what you do not know, and tell your security officer.',
    '管理者があなたのアカウントに登録した証明書です。覚えのないものは失効させ、保全責任者に知らせてください。',
  ],
  'certificates.new': ['Register a certificate', '証明書を登録する'],
  'certificates.register': ['Register', '登録'],
  'certificates.account': ['Account', 'アカウント'],
  'certificates.name': ['What it is for', '用途'],
  'certificates.state': ['State', '状態'],
  'certificates.days': ['Days it counts (1 to 731)', '有効日数（1〜731）'],
  'certificates.file': ['Certificate file (PEM)', '証明書ファイル（PEM）'],
  'certificates.text': ['or its text', 'またはその内容'],
  'certificates.fingerprint': ['Fingerprint (SHA-256)', '指紋（SHA-256）'],
  'certificates.holdsUntil': ['counts until {{time}}', '{{time}} まで有効'],
  'certificates.ended': ['no longer counts (until {{time}})', '無効（期限 {{time}}）'],
  'certificates.revokedAt': ['revoked on {{time}}', '{{time}} に失効'],
  'certificates.registeredBy': ['registered by {{name}}', '登録者 {{name}}'],
  'certificates.never': ['never', 'なし'],
  'certificates.revokeForGood': ['Revoke for good', '完全に失効させる'],
  'event.certificate-registered': ['Client certificate registered', 'クライアント証明書の登録'],
  'event.certificate-revoked': ['Client certificate revoked', 'クライアント証明書の失効'],
  'tells.certificate-registered': [
    '{{actor}} registered the client certificate “{{certificate}}” for {{person}}, until {{expires}}.',
    '{{actor}} が {{person}} のクライアント証明書「{{certificate}}」を登録しました（{{expires}} まで）。',
  ],
  'tells.certificate-revoked': [
    '{{actor}} revoked the client certificate “{{certificate}}” of {{person}}.',
    '{{actor}} が {{person}} のクライアント証明書「{{certificate}}」を失効させました。',
  ],
} as const satisfies TextTable;
