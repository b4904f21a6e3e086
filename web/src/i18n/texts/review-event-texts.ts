import type { TextTable } from './text-table';

/** What the audit explorer tells of the release officer's desk. */
export const reviewEventTexts = {
  'tells.review-opened': [
    'The release to {{party}} waits for an officer (policy {{policy}}): {{causes}}',
    '{{party}} への開示が担当官の審査待ちになりました（開示方針 第 {{policy}} 版）: {{causes}}',
  ],
  'tells.review-voice': [
    '{{actor}} said {{verdict}} for {{party}} (revision {{revision}}), without {{cuts}}: {{reason}}',
    '{{actor}} が {{party}} への開示を {{verdict}} と判断しました（改訂 {{revision}}、除外 {{cuts}}）。理由: {{reason}}',
  ],
  'tells.review-escalated': [
    'The release to {{party}} waited longer than its rule allows, since {{due}}.',
    '{{party}} への開示の審査が期限 {{due}} を過ぎました。',
  ],
  'tells.ruling-lifted': [
    '{{actor}} lifted the ruling about {{party}}: {{reason}}',
    '{{actor}} が {{party}} についての判断を取り消しました。理由: {{reason}}',
  ],
  'tells.emergency-release': [
    '{{actor}} released to {{party}} in an emergency: {{reason}}',
    '{{actor}} が {{party}} へ緊急開示しました。理由: {{reason}}',
  ],
  'tells.emergency-escalated': [
    'Nobody looked in time at the emergency release to {{party}}, due {{due}}.',
    '{{party}} への緊急開示は、期限 {{due}} までに事後確認されませんでした。',
  ],
  'tells.emergency-reviewed': [
    '{{actor}} looked at the emergency release to {{party}}: {{note}}',
    '{{actor}} が {{party}} への緊急開示を確認しました: {{note}}',
  ],
  'tells.release-policy-proposed': [
    '{{actor}} proposed release policy {{version}}, from {{from}}: {{reason}}',
    '{{actor}} が開示方針 第 {{version}} 版（{{from}} から）を提案しました。理由: {{reason}}',
  ],
  'tells.release-policy-confirmed': [
    '{{actor}} confirmed release policy {{version}}, from {{from}}.',
    '{{actor}} が開示方針 第 {{version}} 版（{{from}} から）を承認しました。',
  ],
  'tells.release-policy-rejected': [
    '{{actor}} rejected release policy {{version}}: {{reason}}',
    '{{actor}} が開示方針 第 {{version}} 版を却下しました。理由: {{reason}}',
  ],
} as const satisfies TextTable;
