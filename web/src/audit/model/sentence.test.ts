import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isTextKey, texts, type Translate } from '../../i18n/translate';
import { sentence } from './sentence';
import { lineOfTime } from './trail';

const JAVA = fileURLToPath(new URL('../../../../node/src/main/java/org/renkei', import.meta.url));

/** Words with a hyphen in sources that write to the audit log, and yet no events. */
const NO_EVENTS = new Set([
  'already-known',
  'audit-checkpoint',
  'acsa-alerts',
  'acsa-enclosure',
  'acsa-past-order',
  'acsa-past-orders',
  'audit-seals',
  'backup-timer',
  'backup-when-due',
  'by-hand',
  'came-back',
  'case-replay',
  'case-told',
  'certificate-ended',
  'certificate-unknown',
  'handover-brief',
  'in-force',
  'logout-replayed',
  'needs-review',
  'no-question',
  'no-tls',
  'newer-in-part',
  'newer-unlike',
  'newer-waits',
  'node-failed',
  'node-stops',
  'not-allowed',
  'not-ready',
  'older-elsewhere',
  'past-orders',
  'release-policy',
  'revision-came-back',
  'sees-nothing',
  'taken-back',
  'tak-rounds',
  'tak-view',
  'tracks-audience',
  'too-many-clients',
  'too-many-of-one',
  'too-often',
  'unknown-person',
  'watch-log',
]);

/** Events of one word. */
const ONE_WORD = ['restored', 'verified'];

const events = new Set(
  readdirSync(JAVA, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.java'))
    .map((path) => readFileSync(join(JAVA, path), 'utf8'))
    .filter((source) => /AuditEvent|AuditLog|\.event\(/.test(source))
    .flatMap((source) => [...source.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map(([, word]) => word as string))
    .concat(ONE_WORD)
    .filter((word) => !NO_EVENTS.has(word)),
);

describe('every event that the node puts on record', () => {
  it.each([...events].sort())('%s has a name and a sentence', (event) => {
    expect(isTextKey(`event.${event}`)).toBe(true);
    expect(isTextKey(`tells.${event}`)).toBe(true);
  });

  it('and no sentence is of an event that there is not', () => {
    const told = Object.keys(texts).filter((key) => key.startsWith('tells.'));
    expect(told.map((key) => key.slice('tells.'.length)).filter((event) => !events.has(event))).toEqual([]);
  });
});

describe('a sentence', () => {
  const t = ((key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`) as Translate;
  const entry = { position: 1, time: '2026-11-21T10:00:00Z', actor: 'abe', event: 'record-read', details: {} };

  it('holds the details', () => {
    expect(sentence({ ...entry, details: { revision: 2 } }, t)).toContain('"revision":"2"');
  });

  it('names the page and the days of figures', () => {
    const details = { list: 'books', count: 3, label: 'SECRET//REL TO JPN' };
    const told = sentence({ ...entry, event: 'figures-read', details }, t);
    expect(told).toContain('audit.list.books');
    expect(told).toContain('audit.daysAll');
    expect(sentence({ ...entry, event: 'figures-read', details: { ...details, from: '2026-01-01' } }, t)).toContain(
      '2026-01-01',
    );
  });

  it('names what was made for paper or as a sheet', () => {
    const details = { what: 'order', form: 'csv', count: 1, label: 'UNCLASSIFIED//REL TO JPN, USA' };
    expect(sentence({ ...entry, event: 'acsa-sheet-made', details }, t)).toContain('audit.made.order');
  });

  it('names what is missing of a revision that did not come back', () => {
    const details = { partner: 'USA', what: 'newer-in-part', missing: ['/remarks'] };
    expect(sentence({ ...entry, event: 'record-recovered', party: 'USA', details }, t)).toMatch(
      /audit\.recovered\.newer-in-part.*\/remarks/,
    );
  });

  it('says who and what kind of thing when the reader may not see the details', () => {
    expect(sentence(entry, t)).toBe('event.record-read {} · abe');
  });
});

describe('the line of time of a record', () => {
  it('is in order of time, and what happened at once in the order the node does it', () => {
    const entry = (position: number, time: string) => ({ position, time, actor: 'a', event: 'e', details: {} });
    const steps = lineOfTime([entry(9, '2026-11-21T10:00:01Z'), entry(8, '2026-11-21T10:00:00Z')], {
      given: [
        { party: 'USA', position: 1, type: 'release', at: '2026-11-21T10:00:00Z', sent: true, confirmedBy: null },
      ],
      taken: [{ node: 'USA/test', position: 3, type: 'recall', at: '2026-11-21T09:59:59Z' }],
    });
    expect(steps.map(({ kind }) => kind)).toEqual(['taken', 'entry', 'given', 'entry']);
  });
});
