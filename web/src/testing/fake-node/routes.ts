import type { Agreement, Draft, FieldError, SharedRecord } from '../../api/types';
import { parseLabel } from '../../release/model/label';
import { bannerOf, type FakeState } from './fake-state';
import { formFor, today, type Speak } from './decide';
import { KINDS } from './kinds';
import { fakePicture, fakeTrackDetail } from './fake-tracks';
import { answerAccount } from './account-routes';
import { answerAcsa } from './acsa-routes';
import { answerAudit } from './audit-routes';
import { answerBackups } from './backup-routes';
import { ledgerPlace } from './fake-stock';
import { answerReview } from './review-routes';
import { attachmentContent, attachmentState, fetchAttachment, upload } from './attachment-routes';
import { changeLink, exportMedium, importMedium, ledger, proof } from './link-routes';
import { answerDesks } from './desk-routes';
import { answerBodies } from './body-routes';
import { answerGlossary } from './glossary-routes';
import { answerDifferences } from './difference-routes';
import { answerWatchLog } from './watch-log-routes';
import { answerOverview } from './overview-routes';
import { answerRelief } from './relief-routes';
import { answerFeeds } from './feed-routes';
import { answerKeys } from './key-routes';
import { answerOperation } from './operation-routes';
import { answerPublicView } from './public-view-routes';
import { answerSearch } from './search-routes';
import { answerPeople } from './people-routes';
import { answerViews } from './view-routes';
import { answerWatching } from './watching-routes';
import { Refusal } from './refusal';
import { sessionOf } from './service';
import { partiesSeenFrom, POLICIES, stateAsOf } from './register';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const ok = (body: unknown, status = 200): Answer => ({ status, body });

export function answer(
  state: FakeState,
  method: string,
  url: URL,
  input: unknown,
  speak: Speak,
  caller: string,
): Answer {
  const path = url.pathname.replace('/api/v1', '');
  const steps = path.split('/').slice(1).map(decodeURIComponent);
  const [head = '', id = '', verb = ''] = steps;
  const body = (input ?? {}) as Record<string, unknown>;
  const review = answerReview(state, method, steps, url.searchParams, body, caller, speak);
  const node = `${state.party}/${state.site}`;
  const operation =
    review ??
    answerAcsa(method, steps, url.searchParams, body, input) ??
    answerFeeds(steps) ??
    answerDesks(state, method, steps, body, speak) ??
    answerBodies(state, method, steps, body, speak) ??
    answerGlossary(state, steps) ??
    answerWatchLog(method, steps, url.searchParams, body) ??
    answerDifferences(steps, url.searchParams) ??
    answerOverview(steps, url.searchParams) ??
    answerRelief(method, steps, url.searchParams, body) ??
    answerWatching(method, steps, body) ??
    answerSearch(state, steps, url.searchParams) ??
    answerAudit(state, steps, url.searchParams) ??
    answerAccount(method, steps, body, caller) ??
    answerBackups(method, steps) ??
    answerOperation(method, steps) ??
    answerPublicView(method, steps, body, caller) ??
    answerKeys(node, state.linked, method, steps, body, speak) ??
    answerPeople(method, steps, body, speak) ??
    answerViews(method, steps, body, caller, speak);
  if (operation !== undefined) {
    return ok(operation);
  }
  switch (`${method} ${head}${id ? '/x' : ''}${verb ? `/${verb}` : ''}`) {
    case 'GET health':
      return ok({ status: 'up' });
    case 'GET sign-in':
      return ok({ node: `${state.party}/fake`, passkeys: null, passwords: true });
    case 'GET session':
      return ok(sessionOf(caller));
    case 'GET node':
      return ok(nodeInfo(state));
    case 'GET parties':
      return ok({ parties: partiesSeenFrom(state.party, state.linked) });
    case 'GET policies':
      return ok({ policies: POLICIES });
    case 'GET kinds':
      return ok({ kinds: KINDS });
    case 'GET tracks':
      return ok(fakePicture(instant(url.searchParams)));
    case 'GET tracks/x':
      return ok(fakeTrackDetail(id, instant(url.searchParams), speak));
    case 'GET records':
      return ok(page(state, url.searchParams));
    case 'POST records':
      return ok(stored(state, checked(input as Draft, speak), undefined, speak), 201);
    case 'POST records/x':
      return ok({ outcomes: (body['drafts'] as Draft[]).map((draft) => outcome(state, draft, speak)) });
    case 'GET records/x':
      return ok(held(state, id));
    case 'PUT records/x':
      own(state, id);
      if ((input as Draft).revises !== undefined && (input as Draft).revises !== held(state, id).revision) {
        throw new Refusal(409, speak === 'ja' ? '別の改訂が先に登録されました。' : 'Another revision came first.');
      }
      return ok(stored(state, checked(input as Draft, speak), id, speak));
    case 'GET records/x/revisions':
      held(state, id);
      return ok({ revisions: state.revisions.get(id) });
    case 'POST records/x/recall':
      own(state, id);
      return ok({ id, revision: 1, recalledFrom: state.recall(id, String(body['reason'])) });
    case 'GET records/x/release':
      return ok(release(state, id, speak));
    case 'POST release/x':
      return ok(preview(state, checked(input as Draft, speak), speak));
    case 'GET agreements': {
      const asOf = url.searchParams.get('asOf') ?? today();
      return ok({ asOf, agreements: state.agreements.map((one) => ({ ...one, state: stateAsOf(one, asOf) })) });
    }
    case 'POST agreements/x/suspend':
    case 'POST agreements/x/resume':
    case 'POST agreements/x/end':
      return ok(change(state, id, verb, body));
    case 'GET ledger-places':
      return ok(ledgerPlace(url.searchParams.get('code') ?? ''));
    case 'GET ledgers/x':
      return ok(ledger(state, id));
    case 'GET ledgers/x/proof':
      return ok(proof(state, id, Number(url.searchParams.get('position'))));
    case 'POST links/x/pause':
    case 'POST links/x/resume':
      return ok(changeLink(state, id, verb));
    case 'POST media':
      return ok(importMedium(state, input, speak));
    case 'POST media/x':
      return ok(exportMedium(state, id, url.searchParams.get('since')));
    case 'POST attachments':
      return ok(upload(state, url.searchParams, input), 201);
    case 'GET attachments/x':
      return ok(attachmentContent(state, id));
    case 'GET attachments/x/state':
      return ok(attachmentState(state, id));
    case 'POST attachments/x/fetch':
      return ok(fetchAttachment(state, id));
    default:
      throw new Refusal(404, `No ${method} ${url.pathname}`);
  }
}

function instant(query: URLSearchParams): number {
  const at = query.get('at');
  return at === null ? Date.now() : Date.parse(at);
}

function nodeInfo(state: FakeState) {
  const all = [...state.revisions.values()].flatMap((revisions) => revisions.slice(-1));
  const ownCount = all.filter(({ own: mine }) => mine).length;
  const site = { en: `${state.party}/${state.site}`, ja: `${state.party}/${state.site}` };
  return {
    node: `${state.party}/${state.site}`,
    party: state.party,
    name: site,
    version: '0.2.0',
    time: new Date().toISOString(),
    exercise: state.exercise,
    fingerprint: 'a1b2 c3d4',
    records: { total: all.length, own: ownCount, received: all.length - ownCount },
    links: state.links.list(),
  };
}

function page(state: FakeState, query: URLSearchParams) {
  const text = query.get('text')?.toLowerCase();
  const origin = query.get('origin');
  const all = [...state.order]
    .reverse()
    .map((id) => state.newest(id) as SharedRecord)
    .filter((record) => !query.get('kind') || record.kind === query.get('kind'))
    .filter((record) => !origin || record.party === origin || record.origin === origin)
    .filter((record) => !query.get('since') || record.storedAt >= (query.get('since') ?? ''))
    .filter((record) => query.get('located') !== 'true' || record.position)
    .filter((record) => !text || JSON.stringify(record.body).toLowerCase().includes(text));
  const cursor = query.get('cursor');
  const start = cursor ? all.findIndex(({ id }) => id === cursor) + 1 : 0;
  const records = all.slice(start, start + Number(query.get('limit') ?? 100));
  return { records, total: all.length, next: start + records.length < all.length ? records.at(-1)?.id : null };
}

function checked(draft: Draft, speak: Speak): Draft {
  const say = (en: string, ja: string) => (speak === 'ja' ? ja : en);
  const errors: FieldError[] = [];
  const kind = KINDS.find((one) => one.kind === draft.kind);
  for (const name of (kind?.schema['required'] as string[] | undefined) ?? []) {
    if (draft.body[name] === undefined || draft.body[name] === '') {
      errors.push({ at: `/body/${name}`, message: say('Must be given.', '入力してください。') });
    }
  }
  const magnitude = draft.body['magnitude'];
  if (typeof magnitude === 'number' && (magnitude < -2 || magnitude > 10)) {
    errors.push({
      at: '/body/magnitude',
      message: say('Must be from -2 to 10.', '-2 から 10 の間で入力してください。'),
    });
  }
  if (draft.until !== undefined && !(Date.parse(draft.until) > Date.now())) {
    errors.push({ at: '/until', message: say('Must lie ahead.', '現在より後にしてください。') });
  }
  const label = parseLabel(draft.label);
  if (label === null || (label.eyesOnly && label.releasable.kind !== 'nobody')) {
    errors.push({
      at: '/label',
      message: say('Eyes only and releasable-to exclude each other.', '自国限りと開示先の指定は両立しません。'),
    });
  }
  if (errors.length > 0) {
    throw new Refusal(422, say('The draft has mistakes.', '下書きに誤りがあります。'), errors);
  }
  return draft;
}

function stored(state: FakeState, draft: Draft, id: string | undefined, speak: Speak) {
  const record = state.store(draft, id);
  return {
    id: record.id,
    revision: record.revision,
    banner: record.banner,
    decisions: state.decisions(draft, speak, record.id),
  };
}

/** One draft of many: a refusal of one does not stop the others. */
function outcome(state: FakeState, draft: Draft, speak: Speak) {
  try {
    const { id, revision } = stored(state, checked(draft, speak), undefined, speak);
    return { outcome: 'stored', id, revision };
  } catch (error) {
    return { outcome: 'refused', errors: (error as Refusal).errors };
  }
}

function held(state: FakeState, id: string): SharedRecord {
  const record = state.newest(id);
  if (!record) {
    throw new Refusal(404, 'Not held here.');
  }
  return record;
}

function own(state: FakeState, id: string): void {
  if (!held(state, id).own) {
    throw new Refusal(403, 'Only the origin writes.');
  }
}

function release(state: FakeState, id: string, speak: Speak) {
  const record = held(state, id);
  const decisions =
    record.own && record.state === 'current' ? state.decisions(state.drafts.get(id) as Draft, speak, id) : [];
  return { id, revision: record.revision, banner: record.banner, decisions };
}

function preview(state: FakeState, draft: Draft, speak: Speak) {
  const decisions = state
    .decisions(draft, speak)
    .map((one) => (one.decision === 'withheld' ? one : { ...one, form: formFor(draft, one) }));
  return { banner: bannerOf(draft), decisions };
}

function change(state: FakeState, id: string, verb: string, { reason, from }: Record<string, unknown>) {
  const agreement = state.agreements.find((one) => one.id === id) as Agreement;
  const date = String(from ?? today());
  if (verb === 'suspend') agreement.suspensions.push({ from: date, reason: String(reason) });
  if (verb === 'resume') agreement.suspensions.forEach((one) => (one.until ??= date));
  if (verb === 'end') Object.assign(agreement, { ended: date, endedReason: String(reason) });
  agreement.state = stateAsOf(agreement, today());
  state.note({ suspend: 'agreement-suspended', resume: 'agreement-resumed', end: 'agreement-ended' }[verb] ?? verb, {
    agreement: id,
    reason,
  });
  return { agreement, ...state.changeAgreement(agreement) };
}
