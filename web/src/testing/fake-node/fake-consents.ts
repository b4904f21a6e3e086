import type { ConsentAnswer, ConsentReply, Consents, Draft, SharedRecord } from '../../api/types';
import { parseLabel } from '../../release/model/label';
import { today } from './decide';
import { bannerOf, type FakeState } from './fake-state';
import { Refusal } from './refusal';

const REQUEST = 'consent-request';
const ANSWER = 'consent-answer';

/** Questions and answers about consent of one fake node: records like any other, read back from them. */
export class FakeConsents {
  constructor(private readonly node: FakeState) {}

  /** Nations quoted whose consent to this party is missing. */
  missing(record: SharedRecord, draft: Draft, party: string): readonly string[] {
    const quoted = parseLabel(bannerOf(draft))?.foreign ?? [];
    const given = this.list()
      .asked.filter((one) => one.record === record.id && one.party === party)
      .filter(({ answer }) => answer?.granted && answer.until >= today())
      .map(({ of }) => of);
    return quoted.filter((nation) => nation !== party && nation !== this.node.party && !given.includes(nation));
  }

  ask(record: SharedRecord, draft: Draft, party: string, until: string, reason: string): Consents {
    if (until < today()) {
      throw new Refusal(422, 'The request has mistakes.', [{ at: '/until', message: 'That day is over.' }]);
    }
    const marking = bannerOf(draft);
    for (const nation of this.missing(record, draft, party)) {
      const { kind, revision } = record;
      const title = { en: `Consent asked: release to ${party}`, ja: `${party} への開示の同意依頼` };
      this.node.store({
        kind: REQUEST,
        precedence: 'PRIORITY',
        label: `${marking.split('//')[0]}//REL TO ${nation}`,
        references: [record.id],
        body: { title, record: record.id, revision, kind, party, marking, until, reason },
      });
    }
    return this.list();
  }

  answer(request: string, { granted, until, reason }: ConsentReply): Consents {
    const asked = this.newest(REQUEST).find(({ id, own }) => id === request && !own);
    if (!asked) {
      throw new Refusal(404, 'There is no request for consent of that id.');
    }
    const last = String(asked.body['until']);
    if ((until ?? last) > last) {
      throw new Refusal(422, 'The answer has mistakes.', [{ at: '/until', message: `They asked until ${last} only.` }]);
    }
    const title = granted ? { en: 'Consent given', ja: '同意' } : { en: 'Consent refused', ja: '不同意' };
    this.node.store({
      kind: ANSWER,
      precedence: 'PRIORITY',
      label: `${asked.banner.split('//')[0]}//REL TO ${asked.party}`,
      references: [request],
      body: { title, request, granted, until: until ?? last, reason },
    });
    return this.list();
  }

  list(): Consents {
    const answers = this.newest(ANSWER);
    const requests = this.newest(REQUEST).map((record) => ({
      record,
      facts: {
        request: record.id,
        record: String(record.body['record']),
        party: String(record.body['party']),
        until: String(record.body['until']),
        reason: String(record.body['reason']),
        at: record.storedAt,
        ...answerTo(record, answers),
      },
    }));
    return {
      asked: requests
        .filter(({ record }) => record.own)
        .map(({ record, facts }) => ({ ...facts, of: record.banner.replace(/^.*REL TO /, '') })),
      wanted: requests
        .filter(({ record }) => !record.own)
        .map(({ record, facts }) => ({
          ...facts,
          from: record.origin,
          kind: String(record.body['kind']),
          marking: String(record.body['marking']),
        })),
    };
  }

  /** What follows from a partner's answer: the record asked about is decided again. */
  received({ kind, body }: SharedRecord): void {
    const asked = this.list().asked.find(({ request }) => request === body['request']);
    if (kind === ANSWER && asked) {
      this.node.distribute(asked.record);
      this.node.changed(asked.record);
    }
  }

  private newest(kind: string): readonly SharedRecord[] {
    return [...this.node.order]
      .reverse()
      .flatMap((id) => this.node.revisions.get(id)?.at(-1) ?? [])
      .filter((record) => record.kind === kind && record.state === 'current');
  }
}

function answerTo(request: SharedRecord, answers: readonly SharedRecord[]): { answer?: ConsentAnswer } {
  const found = answers.find(({ own, body }) => own !== request.own && body['request'] === request.id);
  if (!found) {
    return {};
  }
  const { id, author, storedAt, body } = found;
  const { granted, until, reason } = body;
  const words = { granted: granted === true, until: String(until), reason: String(reason) };
  return { answer: { id, by: author, at: storedAt, ...words } };
}
