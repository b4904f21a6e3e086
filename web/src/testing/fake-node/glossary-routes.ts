import type { Glossary, GlossaryEntry } from '../../api/types';
import type { FakeState } from './fake-state';

const AT = '2026-04-14T12:30:00Z';
const LABEL = 'UNCLASSIFIED//REL TO JPN, USA';

interface Words {
  readonly en?: string;
  readonly ja?: string;
}

/** Terms of the exercise, and those that were written since; folding them is the node's. */
export function answerGlossary(state: FakeState, steps: readonly string[]): Glossary | undefined {
  if (steps.join('/') !== 'glossary') {
    return undefined;
  }
  const written = [...state.revisions.values()]
    .map((revisions) => revisions.at(-1))
    .flatMap((record) => (record?.kind === 'term' && record.body ? [record] : []))
    .map(({ id, party, own, time, body, banner }) => {
      const { en = '', ja = '' } = (body['title'] ?? {}) as Words;
      const { en: definitionEn = '', ja: definitionJa = '' } = (body['definition'] ?? {}) as Words;
      return entry(id, party, own, en, ja, { at: time, label: banner, definitionEn, definitionJa });
    });
  const [shelter, port] = ['019f0000-0000-7000-8000-0000000061a1', '019f0000-0000-7000-8000-0000000061a2'];
  return {
    entries: [
      { ...entry(shelter, 'JPN', true, 'Evacuation shelter', '避難所', {}), differing: [port] },
      { ...entry(port, 'USA', false, 'Emergency shelter', '避難所', {}), differing: [shelter] },
      entry('019f0000-0000-7000-8000-0000000061a3', 'JPN', true, 'Airport', '空港', {
        reading: 'くうこう',
        definitionEn: 'A civil aerodrome with scheduled flights.',
        definitionJa: '定期便のある民間の飛行場。',
      }),
      ...written,
    ],
  };
}

function entry(
  record: string,
  party: string,
  own: boolean,
  en: string,
  ja: string,
  more: Partial<GlossaryEntry['terms'][number]>,
): GlossaryEntry {
  const term = { record, party, own, at: AT, reading: '', abbreviation: '', definitionEn: '', definitionJa: '' };
  return { id: record, en, ja, differing: [], terms: [{ ...term, source: '', label: LABEL, ...more }] };
}
