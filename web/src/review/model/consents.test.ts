import { describe, expect, it } from 'vitest';
import type { AskedConsent, ConsentAnswer, WantedConsent } from '../../api/types';
import {
  askedAbout,
  canAnswer,
  consentState,
  dayMistake,
  needsConsent,
  replyOf,
  unansweredFirst,
  utcDay,
  waitingForUs,
} from './consents';

const TODAY = '2026-04-16';

const says = (granted: boolean, until = '2026-04-20'): ConsentAnswer => ({
  id: 'a1',
  granted,
  until,
  reason: 'because',
  by: 'officer',
  at: '2026-04-15T05:00:00Z',
});

const wanted = (request: string, part: Partial<WantedConsent> = {}): WantedConsent => ({
  request,
  from: 'USA/yokota',
  kind: 'alert',
  marking: 'SECRET//REL TO AUS, JPN, USA//FGI JPN',
  party: 'AUS',
  until: '2026-04-20',
  reason: 'Rescue',
  record: 'x',
  at: '2026-04-15T04:00:00Z',
  ...part,
});

const asked = (request: string, record: string, party: string): AskedConsent => ({
  request,
  record,
  party,
  of: 'USA',
  until: '2026-04-20',
  reason: 'Rescue',
  at: '2026-04-15T04:00:00Z',
});

describe('a question for consent', () => {
  it.each([
    { until: '2026-04-16', answer: undefined, is: 'waiting' },
    { until: '2026-04-15', answer: undefined, is: 'lapsed' },
    { until: '2026-04-20', answer: says(true, '2026-04-16'), is: 'granted' },
    { until: '2026-04-20', answer: says(true, '2026-04-15'), is: 'ended' },
    { until: '2026-04-15', answer: says(false, '2026-04-15'), is: 'refused' },
  ])('until $until with $answer.granted until $answer.until is $is', ({ until, answer, is }) => {
    expect(consentState({ until, answer }, TODAY)).toBe(is);
  });

  it('lasts through its last day, counted in UTC', () => {
    expect(utcDay(new Date('2026-04-16T23:59:00Z'))).toBe('2026-04-16');
    expect(canAnswer(wanted('w', { until: TODAY }), TODAY)).toBe(true);
    expect(canAnswer(wanted('w', { until: '2026-04-15' }), TODAY)).toBe(false);
  });

  it('comes before those with an answer, else in the order of the node', () => {
    const all = [
      wanted('answered', { answer: says(true) }),
      wanted('lapsed', { until: '2026-04-01' }),
      wanted('newer'),
      wanted('older'),
    ];
    expect(unansweredFirst(all, TODAY).map(({ request }) => request)).toEqual(['newer', 'older', 'answered', 'lapsed']);
    expect(waitingForUs({ wanted: all }, TODAY)).toBe(2);
  });
});

describe('a review that waits for a consent', () => {
  it('cannot be released by an officer, whatever else it waits for', () => {
    expect(needsConsent({ state: 'open', causes: ['always', 'consent'] })).toBe(true);
    expect(needsConsent({ state: 'open', causes: ['always'] })).toBe(false);
    expect(needsConsent({ state: 'withheld', causes: ['consent'] })).toBe(false);
  });

  it('knows what was asked about its record and party', () => {
    const all = { asked: [asked('1', 'x', 'AUS'), asked('2', 'x', 'PHL'), asked('3', 'y', 'AUS')] };
    expect(askedAbout(all, { record: 'x', party: 'AUS' }).map(({ request }) => request)).toEqual(['1']);
    expect(askedAbout(all, { record: 'x', party: 'AUS/canberra' }).map(({ request }) => request)).toEqual(['1']);
  });
});

describe('the words of a question or an answer', () => {
  it.each([
    { day: '', latest: null, is: 'consent.dayMissing' },
    { day: '2026-04-15', latest: null, is: 'consent.dayOver' },
    { day: '2026-04-16', latest: null, is: null },
    { day: '2026-04-20', latest: '2026-04-20', is: null },
    { day: '2026-04-21', latest: '2026-04-20', is: 'consent.dayTooLate' },
  ])('a last day "$day", at most $latest: $is', ({ day, latest, is }) => {
    expect(dayMistake(day, TODAY, latest)).toBe(is);
  });

  it('name a day only with a consent', () => {
    expect(replyOf(true, '2026-04-20', ' yes ')).toEqual({ granted: true, until: '2026-04-20', reason: 'yes' });
    expect(replyOf(false, '2026-04-20', 'no')).toEqual({ granted: false, reason: 'no' });
  });
});
