import { describe, expect, it } from 'vitest';
import type { Review, Voice } from '../../api/types';
import { translateNow } from '../../i18n/translate';
import { setLanguage } from '../../i18n/language';
import { asQuery, EVERYTHING_OPEN, perParty, stillShown } from './review-filter';
import { timeLeft, urgency } from './time-left';
import { cutsToBeginWith, standing, voicesSoFar } from './voices';

const now = new Date('2026-04-16T12:00:00Z');

function aReview(part: Partial<Review> = {}): Review {
  return {
    id: 'r1',
    record: 'x',
    revision: 1,
    kind: 'alert',
    title: 'Alert',
    banner: 'UNCLASSIFIED',
    party: 'USA',
    rules: [],
    causes: ['always'],
    persons: 1,
    openedAt: '2026-04-16T04:00:00Z',
    dueAt: '2026-04-17T04:00:00Z',
    escalated: false,
    state: 'open',
    voices: [],
    ...part,
  };
}

const says = (by: string, verdict: Voice['verdict'], ...cuts: string[]): Voice => ({
  by,
  verdict,
  cuts,
  reason: 'because',
  at: '2026-04-16T05:00:00Z',
});

describe('the time left', () => {
  it.each([
    { due: '2026-04-17T04:00:00Z', opened: '2026-04-16T04:00:00Z', is: 'open', en: '16 h left', ja: '残り 16 時間' },
    { due: '2026-04-16T17:00:00Z', opened: '2026-04-15T17:00:00Z', is: 'soon', en: '5 h left', ja: '残り 5 時間' },
    { due: '2026-04-16T12:45:00Z', opened: '2026-04-16T11:45:00Z', is: 'soon', en: '45 min left', ja: '残り 45 分' },
    { due: '2026-04-16T12:00:00Z', opened: '2026-04-16T08:00:00Z', is: 'overdue', en: 'due now', ja: '期限到来' },
    {
      due: '2026-04-16T11:40:00Z',
      opened: '2026-04-16T08:00:00Z',
      is: 'overdue',
      en: '20 min overdue',
      ja: '20 分 超過',
    },
  ])('until $due is $is', ({ due, opened, is, en, ja }) => {
    const review = aReview({ openedAt: opened, dueAt: due });
    expect(urgency(review, now)).toBe(is);
    setLanguage('en');
    expect(timeLeft(review, now, translateNow())).toBe(en);
    setLanguage('ja');
    expect(timeLeft(review, now, translateNow())).toBe(ja);
  });

  it('is over for what was escalated, whatever this clock says', () => {
    expect(urgency(aReview({ escalated: true }), now)).toBe('overdue');
  });
});

describe('two officers', () => {
  it.each([
    { it: 'one is enough', review: aReview(), caller: 'a', cuts: [], is: { kind: 'nobody' } },
    { it: 'nobody spoke', review: aReview({ persons: 2 }), caller: 'a', cuts: [], is: { kind: 'nobody' } },
    {
      it: 'I spoke',
      review: aReview({ persons: 2, voices: [says('a', 'release')] }),
      caller: 'a',
      cuts: [],
      is: { kind: 'own-word' },
    },
    {
      it: 'another spoke, with the same cuts in another order',
      review: aReview({ persons: 2, voices: [says('b', 'release', '/y', '/x')] }),
      caller: 'a',
      cuts: ['/x', '/y'],
      is: { kind: 'second-needed', agrees: true },
    },
    {
      it: 'another spoke, with other cuts',
      review: aReview({ persons: 2, voices: [says('b', 'release', '/y')] }),
      caller: 'a',
      cuts: [],
      is: { kind: 'second-needed', agrees: false },
    },
  ])('$it', ({ review, caller, cuts, is }) => {
    expect(standing(review, caller, cuts)).toMatchObject(is);
  });

  it('begin with the cuts of who spoke for release, and count each once', () => {
    const review = aReview({ persons: 2, voices: [says('b', 'release', '/y', '/x'), says('c', 'withhold')] });
    expect(cutsToBeginWith(review)).toEqual(['/x', '/y']);
    expect(cutsToBeginWith(aReview())).toEqual([]);
    expect(voicesSoFar(review)).toBe(1);
  });
});

describe('the queue', () => {
  it('asks the node only for what was chosen', () => {
    expect(asQuery(EVERYTHING_OPEN)).toEqual({ state: 'open' });
    expect(asQuery({ state: 'closed', party: 'USA', kind: 'alert' })).toEqual({
      state: 'closed',
      party: 'USA',
      kind: 'alert',
    });
  });

  it('rules on nothing that is no longer shown or no longer open', () => {
    const shown = [aReview({ id: 'a' }), aReview({ id: 'b', state: 'released' }), aReview({ id: 'c' })];
    expect(stillShown(new Set(['a', 'b', 'gone']), shown).map(({ id }) => id)).toEqual(['a']);
  });

  it('says how many go to whom', () => {
    const to = (party: string) => aReview({ party });
    expect(perParty([to('AUS'), to('USA'), to('USA'), to('GBR')])).toEqual([
      ['USA', 2],
      ['AUS', 1],
      ['GBR', 1],
    ]);
  });
});
