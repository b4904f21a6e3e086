import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, screenLabel } from './combine-labels';
import { CLASSIFICATIONS, level, parseLabel, printLabel, type Label, type Releasable } from './label';

const subset = (...codes: string[]) => fc.subarray(codes).map((chosen) => [...chosen].sort());

const releasable: fc.Arbitrary<Releasable> = fc.oneof(
  fc.constant<Releasable>({ kind: 'nobody' }),
  fc.constant<Releasable>({ kind: 'public' }),
  fc
    .subarray(['AUS', 'JPN', 'PHL', 'USA'], { minLength: 1 })
    .map((parties) => ({ kind: 'parties' as const, parties: [...parties].sort() })),
);

const anyLabel: fc.Arbitrary<Label> = fc.record({
  policy: fc.constantFrom(null, 'JPN', 'USA'),
  classification: fc.constantFrom(...CLASSIFICATIONS),
  caveats: subset('CRYPTO', 'MEDICAL', 'SPECIAL HANDLING'),
  orcon: fc.boolean(),
  eyesOnly: fc.boolean(),
  releasable,
  foreign: subset('AUS', 'GBR'),
  purposes: subset('DISASTER-RELIEF', 'EXERCISE-PLANNING'),
  exercise: fc.boolean(),
});

function mayGoTo(label: Label, party: string): boolean {
  return (
    label.releasable.kind === 'public' ||
    (label.releasable.kind === 'parties' && label.releasable.parties.includes(party))
  );
}

describe('a label', () => {
  it('reads back as it was printed', () => {
    fc.assert(
      fc.property(anyLabel, (label) => {
        expect(parseLabel(printLabel(label))).toEqual(label);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['SECRET//REL TO JPN, USA', 'SECRET//REL TO JPN, USA'],
    [
      'CONFIDENTIAL//ORCON//REL TO USA, AUS//FOR DISASTER-RELIEF//EXERCISE',
      'CONFIDENTIAL//ORCON//REL TO AUS, USA//FOR DISASTER-RELIEF//EXERCISE',
    ],
    ['//JPN TOP SECRET//CRYPTO/MEDICAL//EYES ONLY', '//JPN TOP SECRET//CRYPTO/MEDICAL//EYES ONLY'],
  ])('%s is understood', (text, printed) => {
    expect(printLabel(parseLabel(text) as Label)).toBe(printed);
  });

  it.each(['', 'SECRETT', 'SECRET//rel to jpn', 'SECRET//CRYPTO//MEDICAL'])('%s is not guessed at', (text) => {
    expect(parseLabel(text)).toBeNull();
  });
});

describe('labels combined', () => {
  it('never allow what one of them forbids, and never fall below one of them', () => {
    fc.assert(
      fc.property(anyLabel, anyLabel, (a, b) => {
        const both = combine(a, b);
        expect(level(both)).toBe(Math.max(level(a), level(b)));
        expect(both.caveats).toEqual(expect.arrayContaining([...a.caveats, ...b.caveats]));
        for (const party of ['AUS', 'JPN', 'PHL', 'USA']) {
          if (mayGoTo(both, party)) {
            expect(mayGoTo(a, party) && mayGoTo(b, party)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('do not care for order', () => {
    fc.assert(
      fc.property(anyLabel, anyLabel, (a, b) => {
        expect(printLabel(combine(a, b))).toBe(printLabel(combine(b, a)));
      }),
    );
  });

  it('stay the same when combined with themselves', () => {
    fc.assert(
      fc.property(anyLabel, (a) => {
        expect(printLabel(combine(a, a))).toBe(printLabel(a));
      }),
    );
  });

  it('count an unreadable one as the highest', () => {
    expect(screenLabel(['UNCLASSIFIED//PUBLIC', 'WHATEVER'], false).unreadable).toBe(true);
  });

  it('say when exercise and real stand side by side', () => {
    expect(screenLabel(['SECRET//EXERCISE', 'SECRET'], false).exercise).toBe('mixed');
    expect(screenLabel(['SECRET//EXERCISE'], false).exercise).toBe('all');
    expect(screenLabel(['SECRET'], true).exercise).toBe('all');
  });
});
