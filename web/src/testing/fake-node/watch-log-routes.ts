import type { WatchLog, WatchLogEntry, WatchLogLine } from '../../api/types';

const CASE = '5c1d7f0e-7d0a-3a55-9b7e-0f6a2c9d1e11';
const OWN = 'UNCLASSIFIED//REL TO JPN';
const SUGGESTIONS: WatchLog['suggestions'] = [
  {
    key: `case-opened ${CASE}`,
    text: { en: 'Case opened by JPN: Kumamoto earthquake', ja: 'JPN が事案を開設：熊本地震' },
    at: '2026-11-24T01:00:00Z',
    link: { to: 'case', id: CASE },
    label: 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE',
  },
  {
    key: 'link-lost AUS 2026-11-24T03:00:00Z',
    text: { en: 'Link with AUS lost', ja: 'AUS との接続が切断' },
    at: '2026-11-24T03:00:00Z',
    link: null,
    label: 'UNCLASSIFIED',
  },
];

let watch: WatchLog['watch'] = null;
let lines: WatchLogLine[] = [];
let taken: string[] = [];

function enter(body: Readonly<Record<string, unknown>>): void {
  const fields = body['fields'] as Record<string, unknown>;
  const now = new Date().toISOString();
  const act = body['act'] as WatchLogEntry['act'];
  const ofWatch = ['opened', 'taken-over', 'handed-over'].includes(act);
  const entry: WatchLogEntry = {
    record: crypto.randomUUID(),
    party: 'JPN',
    act,
    at: String(fields['at'] ?? now),
    written: now,
    text: String(fields['text'] ?? ''),
    officer: ofWatch ? 'administrator' : '',
    links: typeof fields['case'] === 'string' ? [{ to: 'case', id: fields['case'] }] : [],
    to: body['to'] as string[],
    label: String(body['label']),
    recalled: false,
  };
  if (ofWatch) {
    const ended = act === 'handed-over' ? now : null;
    watch = { officer: 'administrator', since: watch?.since ?? now, from: null, ended, label: OWN };
  }
  taken = [...taken, String(fields['suggestion'] ?? '')];
  const corrected = fields['corrects'];
  lines =
    typeof corrected === 'string'
      ? lines.map((one) =>
          one.entry.record === corrected ? { ...one, corrections: [...one.corrections, entry] } : one,
        )
      : [{ entry, corrections: [] }, ...lines];
}

/** The log of the watch; undefined for everything else. */
export function answerWatchLog(
  method: string,
  steps: readonly string[],
  query: URLSearchParams,
  body: Readonly<Record<string, unknown>>,
): WatchLog | undefined {
  if (steps.join('/') !== 'watch-log') {
    return undefined;
  }
  if (method === 'POST') {
    enter(body);
  }
  const words = query.get('words')?.toLowerCase() ?? '';
  return {
    own: 'JPN',
    node: 'JPN/ichigaya',
    now: new Date().toISOString(),
    since: query.get('since') ?? '2026-11-23T22:00:00Z',
    label: lines.length > 0 ? OWN : null,
    me: 'administrator',
    nations: ['JPN', 'USA'],
    watch,
    lines: lines.filter(({ entry }) => entry.text.toLowerCase().includes(words)),
    more: 0,
    suggestions: SUGGESTIONS.filter(({ key }) => !taken.includes(key)),
  };
}
