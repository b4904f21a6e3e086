import type { Agreement, Decision, Draft, Reason } from '../../api/types';
import { level, parseLabel, type Label } from '../../release/model/label';
import { stateAsOf } from './register';

export type Speak = 'en' | 'ja';

interface Ask {
  readonly draft: Draft;
  readonly self: string;
  readonly party: string;
  readonly linked: boolean;
  readonly agreements: readonly Agreement[];
  readonly speak: Speak;
}

/** A plain stand-in for the node's release engine: enough rules for screens and tests, not the real ones. */
export function decide(ask: Ask): Decision {
  const whole = rules(ask, ask.draft.label);
  const blocked = whole.some(({ met }) => !met);
  const reasons = [...whole];
  const removed: string[] = [];
  const coarsened: string[] = [];
  for (const portion of blocked ? [] : (ask.draft.portions ?? [])) {
    const own = rules(ask, portion.label).map((reason) => ({ ...reason, portion: portion.at }));
    reasons.push(...own);
    if (own.some(({ met }) => !met)) {
      (portion.otherwise === undefined || portion.otherwise === 'remove' ? removed : coarsened).push(portion.at);
    }
  }
  const decision = blocked ? 'withheld' : removed.length + coarsened.length > 0 ? 'redacted' : 'released';
  reasons.sort((a, b) => Number(a.met) - Number(b.met));
  return { party: ask.party, decision, linked: ask.linked, reasons, removed, coarsened, asOf: today() };
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function rules(ask: Ask, text: string): Reason[] {
  const label = parseLabel(text);
  const say = (en: string, ja: string) => (ask.speak === 'ja' ? ja : en);
  if (label === null) {
    return [{ code: 'label-readable', met: false, text: say('The label cannot be read.', '区分表示を読めません。') }];
  }
  return [releasableTo(ask, label, say), inForce(ask, label, say), clearance(ask, label, say), eyesOnly(label, say)];
}

type Say = (en: string, ja: string) => string;

function releasableTo({ party }: Ask, { releasable }: Label, say: Say): Reason {
  const code = 'releasable-to';
  switch (releasable.kind) {
    case 'public':
      return { code, met: true, text: say('Public: releasable to everybody', '公開:すべての相手に開示可') };
    case 'nobody':
      return {
        code,
        met: false,
        text: say('No releasable-to list: stays with the origin', '開示先の指定なし:発信元限り'),
        remedy: say(`The author adds ${party} to REL TO.`, `作成者が REL TO に ${party} を加える。`),
      };
    case 'parties': {
      const list = releasable.parties.join(', ');
      return releasable.parties.includes(party)
        ? { code, met: true, text: say(`${party} is in REL TO ${list}`, `開示先に ${party} あり(REL TO ${list})`) }
        : {
            code,
            met: false,
            text: say(`${party} is not in REL TO ${list}`, `開示先に ${party} なし(REL TO ${list})`),
            remedy: say(`The release officer of the origin adds ${party}.`, `発信元の開示担当者が ${party} を加える。`),
          };
    }
  }
}

function inForce({ self, party, agreements }: Ask, label: Label, say: Say): Reason {
  const code = 'agreement-in-force';
  if (level(label) === 0) {
    return {
      code,
      met: true,
      text: say('Unclassified: no information protection agreement needed', '秘密区分なし:情報保護協定は不要'),
    };
  }
  const found = agreements.find(
    ({ type, parties }) => type === 'information-protection' && parties.includes(self) && parties.includes(party),
  );
  if (!found) {
    return {
      code,
      met: false,
      text: say(
        `No information protection agreement between ${self} and ${party}`,
        `${self} と ${party} の間に情報保護協定なし`,
      ),
      remedy: say('Only the governments can conclude one.', '両政府による締結が必要。'),
    };
  }
  const state = stateAsOf(found, today());
  const text =
    state === 'in-force'
      ? say(
          `Information protection ${self}–${party}, in force ${found.inForce}: up to ${found.ceiling}`,
          `情報保護協定 ${self}・${party} ${found.inForce} 発効:${found.ceiling} まで`,
        )
      : say(
          `Information protection ${self}–${party} is ${state}`,
          `情報保護協定 ${self}・${party} は${{ suspended: '停止中', ended: '終了', signed: '未発効', unknown: '日付不明' }[state]}`,
        );
  return {
    code,
    met: state === 'in-force',
    text,
    agreement: found.id,
    ...(state === 'in-force'
      ? {}
      : { remedy: say('The policy desk resumes the agreement.', '政策担当が協定の停止を解除する。') }),
  };
}

function clearance({ party, linked }: Ask, label: Label, say: Say): Reason {
  const ceiling = linked ? 3 : 0;
  const met = level(label) <= ceiling;
  return {
    code: 'level',
    met,
    text: say(
      `${label.classification}; ${party} is cleared up to ${ceiling === 3 ? 'SECRET' : 'UNCLASSIFIED'}`,
      `${label.classification}。${party} の上限は ${ceiling === 3 ? 'SECRET' : 'UNCLASSIFIED'}`,
    ),
  };
}

function eyesOnly({ eyesOnly }: Label, say: Say): Reason {
  return {
    code: 'eyes-only',
    met: !eyesOnly,
    text: eyesOnly
      ? say('Eyes only: not for other nations', '自国限り')
      : say('No national-eyes-only restriction', '自国限りの制限なし'),
  };
}

/** The body a party gets: portions removed or made coarser. */
export function formFor(draft: Draft, decision: Decision): Record<string, unknown> {
  const body = structuredClone(draft.body) as Record<string, unknown>;
  decision.removed.forEach((at) => removeAt(body, at.slice(1).split('/')));
  for (const at of decision.coarsened) {
    const how = draft.portions?.find((portion) => portion.at === at)?.otherwise ?? 'remove';
    body[at.slice(1)] = coarser(body[at.slice(1)], how);
  }
  return body;
}

/** An item removed from an array leaves null behind. */
export function removeAt(body: unknown, [step = '', ...rest]: readonly string[]): void {
  if (typeof body !== 'object' || body === null || !(step in body)) {
    return;
  }
  const holder = body as Record<string, unknown>;
  if (rest.length > 0) {
    removeAt(holder[step], rest);
  } else if (Array.isArray(body)) {
    holder[step] = null;
  } else {
    delete holder[step];
  }
}

function coarser(value: unknown, how: string): unknown {
  if (how.startsWith('position-') && typeof value === 'object' && value !== null && 'lat' in value && 'lon' in value) {
    const step = how === 'position-10km' ? 0.1 : 1;
    const grid = (n: unknown) => Number((Math.round(Number(n) / step) * step).toFixed(1));
    return { lat: grid(value.lat), lon: grid(value.lon) };
  }
  if (how === 'time-hour') return `${String(value).slice(0, 13)}:00:00Z`;
  if (how === 'time-day') return `${String(value).slice(0, 10)}T00:00:00Z`;
  return undefined;
}
