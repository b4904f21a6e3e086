import type {
  ConsentReply,
  Consents,
  PolicyRule,
  ReleasePolicyDraft,
  ReleasePolicyVersion,
  Voice,
} from '../../api/types';
import type { FakeState } from './fake-state';
import { today } from './decide';
import { Refusal } from './refusal';

/** What the release officer's desk asks of a fake node; undefined for anything else. */
export function answerReview(
  state: FakeState,
  method: string,
  steps: readonly string[],
  query: URLSearchParams,
  body: Readonly<Record<string, unknown>>,
  caller: string,
  speak: 'en' | 'ja',
): unknown {
  const [head = '', id = '', verb = '', more = ''] = steps;
  const { reviews } = state;
  const reason = String(body['reason'] ?? '');
  const verdict = body['verdict'] as Voice['verdict'];
  const cuts = (body['cuts'] ?? []) as string[];
  switch (
    `${method} ${head}${id ? '/x' : ''}${verb ? `/${head === 'records' && more ? 'x' : verb}` : ''}${more ? '/lift' : ''}`
  ) {
    case 'GET reviews':
      return page(state, query);
    case 'POST reviews/x':
      return {
        outcomes: (body['ids'] as string[]).map((one) => {
          try {
            return { id: one, state: reviews.rule(one, caller, verdict, [], reason).state };
          } catch (error) {
            return { id: one, problem: String((error as Error).message) };
          }
        }),
      };
    case 'GET reviews/x':
      return id === 'waiting' ? reviews.backlog() : reviews.read(id, speak);
    case 'POST reviews/x/preview':
      return reviews.preview(reviews.get(id), cuts);
    case 'POST reviews/x/ruling':
      return reviews.rule(id, caller, verdict, cuts, reason);
    case 'POST reviews/x/consent-request':
      return askForConsent(state, id, String(body['until']), reason);
    case 'GET consents':
      return state.consents.list();
    case 'POST consents/x/answer':
      return state.consents.answer(id, body as unknown as ConsentReply);
    case 'POST records/x/emergency-release':
      return reviews.releaseInEmergency(id, String(body['party']), caller, reason);
    case 'GET records/x/rulings':
      return { rulings: reviews.rulingsOf(id) };
    case 'POST records/x/x/lift':
      return { rulings: reviews.lift(id, more) };
    case 'GET emergencies':
      return { emergencies: reviews.emergencies };
    case 'POST emergencies/x':
      return lookAt(state, id, caller, String(body['note']), body['withdraw'] === true);
    case 'GET release-policy':
      return policies(state);
    case 'POST release-policy':
      return propose(state, body as unknown as ReleasePolicyDraft, caller);
    case 'POST release-policy/x':
      return id === 'yaml' ? readYaml(String(body['yaml'])) : effect(state, body as unknown as ReleasePolicyDraft);
    case 'POST release-policy/x/confirm':
    case 'POST release-policy/x/reject':
      return decideOn(state, Number(id), verb === 'confirm', caller);
    default:
      return undefined;
  }
}

function page({ reviews }: FakeState, query: URLSearchParams) {
  const closed = query.get('state') === 'closed';
  const found = reviews.all
    .filter(({ state }) => (state !== 'open') === closed)
    .filter(({ party }) => !query.get('party') || party === query.get('party'))
    .filter(({ kind }) => !query.get('kind') || kind === query.get('kind'))
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return { reviews: found, total: found.length, next: null };
}

function askForConsent(state: FakeState, id: string, until: string, reason: string): Consents {
  const { record, party } = state.reviews.get(id);
  const newest = state.newest(record);
  const draft = state.drafts.get(record);
  if (!newest || !draft) {
    throw new Refusal(404, 'No such record.');
  }
  return state.consents.ask(newest, draft, party, until, reason);
}

function lookAt({ reviews }: FakeState, id: string, by: string, note: string, withdrawn: boolean) {
  const one = reviews.emergencies.find((emergency) => emergency.id === id);
  if (!one || one.by === by) {
    throw new Refusal(one ? 409 : 404, 'Another security officer looks at it.');
  }
  Object.assign(one, { reviewedBy: by, reviewedAt: new Date().toISOString(), note, withdrawn });
  if (withdrawn) {
    reviews.withdraw(one, by, note);
  }
  return one;
}

function policies({ reviews }: FakeState) {
  const { current, versions } = reviews;
  const proposed = versions.find(({ state }) => state === 'proposed') ?? null;
  const rules = current.rules.map(
    ({ id, act, cause, hours }) => `  - { id: ${id}, act: ${act}, cause: ${cause}, hours: ${hours} }`,
  );
  const yaml =
    current.version === 0
      ? null
      : [`from: ${current.from}`, `many: ${current.many}`, `manyHours: ${current.manyHours}`, 'rules:', ...rules].join(
          '\n',
        );
  return { current, proposed, history: [...versions].reverse(), yaml };
}

/** Reads what [policies] writes: a line for each field and for each rule. */
function readYaml(yaml: string): ReleasePolicyDraft {
  const draft = { from: '', many: 0, manyHours: 1, rules: [] as PolicyRule[] };
  const mistakes = yaml.split('\n').flatMap((line, index) => {
    const [, key = '', value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    const [, flow] = /^ {2}- \{ (.*) \}$/.exec(line) ?? [];
    if (flow !== undefined) {
      const pairs = Object.fromEntries(flow.split(', ').map((pair) => pair.split(': ')));
      draft.rules.push({ parties: [], kinds: [], atLeast: null, persons: 1, ...pairs, hours: Number(pairs['hours']) });
    } else if (key in draft && key !== 'rules') {
      Object.assign(draft, { [key]: key === 'from' ? value : Number(value) });
    } else if (key !== 'rules' && line.trim() !== '') {
      return [
        { at: `/yaml/${index + 1}`, message: `line ${index + 1}: there is no field '${key}'; there are from, many` },
      ];
    }
    return [];
  });
  if (mistakes.length > 0) {
    throw new Refusal(422, 'The policy has mistakes.', mistakes);
  }
  return draft;
}

function propose(state: FakeState, { from, many, manyHours = 1, rules, reason }: ReleasePolicyDraft, by: string) {
  const { versions } = state.reviews;
  if (versions.some((one) => one.state === 'proposed')) {
    throw new Refusal(409, 'A proposal waits already.');
  }
  if (from < today()) {
    throw new Refusal(422, 'The policy has mistakes.', [{ at: '/from', message: 'Today or later.' }]);
  }
  versions.push({
    version: versions.length + 1,
    from,
    many,
    manyHours,
    rules,
    state: 'proposed',
    reason: reason ?? null,
    proposedBy: by,
    proposedAt: new Date().toISOString(),
  });
  return policies(state);
}

function decideOn(state: FakeState, version: number, confirmed: boolean, by: string) {
  const one = state.reviews.versions.find((other) => other.version === version) as ReleasePolicyVersion;
  if (confirmed && one.proposedBy === by) {
    throw new Refusal(409, 'Another officer must confirm it.');
  }
  Object.assign(one, {
    state: confirmed ? 'confirmed' : 'rejected',
    decidedBy: by,
    decidedAt: new Date().toISOString(),
  });
  if (confirmed) {
    [...state.drafts.keys()].forEach((id) => state.distribute(id));
  }
  return policies(state);
}

/** A rough count: what every party holds of the kinds and levels that the rules name. */
function effect(state: FakeState, { rules }: ReleasePolicyDraft) {
  return {
    parties: state.linked.map((party) => {
      const mine = rules.filter(({ parties }) => parties.length === 0 || parties.includes(party));
      const held = [...(state.released.get(party)?.keys() ?? [])].filter((id) =>
        mine.some(({ kinds }) => kinds.length === 0 || kinds.includes(state.drafts.get(id)?.kind ?? '')),
      );
      const kept = mine.filter(({ act }) => act === 'withhold');
      const recalled = held.filter((id) =>
        kept.some(({ kinds }) => kinds.length === 0 || kinds.includes(state.drafts.get(id)?.kind ?? '')),
      ).length;
      const examples = held.slice(0, 3).map((record) => ({ record, title: titleOf(state, record) }));
      return { party, recalled, released: 0, asked: held.length - recalled, waiting: 0, examples };
    }),
  };
}

function titleOf(state: FakeState, id: string): string {
  const title: unknown = state.drafts.get(id)?.body['title'];
  return typeof title === 'string' ? title : ((title as { en?: string } | undefined)?.en ?? '');
}
