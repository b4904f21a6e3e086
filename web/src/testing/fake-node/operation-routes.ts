import type { Operation, SupportContents, Witnesses } from '../../api/types';

const CHECKS: Operation['checks'] = [
  {
    name: 'database',
    level: 'ok',
    text: { en: 'answers in 1 ms, 0.1 GiB', ja: '応答 1 ミリ秒、0.1 GiB' },
    advice: null,
  },
  {
    name: 'backups',
    level: 'caution',
    text: { en: 'none are made', ja: '作成していません' },
    advice: {
      en: 'Set renkei.backup.folder to a folder on another disk.',
      ja: 'renkei.backup.folder に別のディスクのフォルダーを設定してください。',
    },
  },
];

let lastRun: string | null = null;

/** What the screen Operation and the witnesses of the audit log ask for; undefined for everything else. */
export function answerOperation(method: string, steps: readonly string[]): unknown {
  const [head, id] = steps;
  if (head === 'operation' && id === 'support') {
    return { items: [{ name: 'log.txt', what: { en: 'Recent lines', ja: '最近のログ' } }] } satisfies SupportContents;
  }
  if (head === 'operation') {
    lastRun = method === 'POST' ? new Date().toISOString() : lastRun;
    return operation();
  }
  return head === 'audit' && id === 'witnesses' ? witnesses() : undefined;
}

function operation(): Operation {
  return {
    node: 'JPN/fake',
    version: 'fake',
    at: new Date().toISOString(),
    well: true,
    checks: CHECKS,
    jobs: [
      {
        name: 'unused-uploads',
        everySeconds: 600,
        running: false,
        last: lastRun,
        millis: lastRun === null ? null : 3,
        failure: null,
        next: null,
      },
    ],
  };
}

function witnesses(): Witnesses {
  const at = new Date().toISOString();
  return {
    size: 5,
    alarming: false,
    ours: [{ party: 'USA', node: 'USA/fake', state: 'cosigned', since: at, asked: at, size: 3, at, behind: 2 }],
    theirs: [],
    cosignatures: [],
  };
}
