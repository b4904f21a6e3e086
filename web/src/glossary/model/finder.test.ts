import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../api/types';
import { finderOf } from './finder';

const entry = (id: string, en: string, ja: string, abbreviation = ''): GlossaryEntry => ({
  id,
  en,
  ja,
  differing: [],
  terms: [
    {
      record: id,
      party: 'JPN',
      own: true,
      at: '2026-04-14T12:30:00Z',
      reading: '',
      abbreviation,
      definitionEn: '',
      definitionJa: '',
      source: '',
      label: 'UNCLASSIFIED//PUBLIC',
    },
  ],
});

const find = finderOf([
  entry('1', 'Evacuation', '避難'),
  entry('2', 'Non-combatant evacuation operation', '非戦闘員退避活動', 'NEO'),
  entry('3', 'Evacuation center', '避難所'),
  entry('4', 'Port', '港'),
]);

const marked = (text: string) =>
  find(text)
    .filter((piece) => piece.entry)
    .map((piece) => `${piece.text}=${piece.entry?.id}`);

describe('terms in a text', () => {
  it('are the longest that begin at a place', () => {
    expect(marked('避難所へ避難してください')).toEqual(['避難所=3', '避難=1']);
    expect(marked('The evacuation center is open')).toEqual(['evacuation center=3']);
  });

  it('stand by themselves, also in the plural', () => {
    expect(marked('Ports, not airports; a report')).toEqual(['Ports=4']);
  });

  it('are marked once each', () => {
    expect(marked('Evacuation, evacuation, EVACUATION')).toEqual(['Evacuation=1']);
  });

  it('are abbreviations only as they are written', () => {
    expect(marked('NEO begins; neo does not, nor NEOs')).toEqual(['NEO=2']);
  });

  it('leave the text as it was', () => {
    for (const text of ['', 'nothing of it', '避難', 'a 避難 b 避難所 c', 'İ evacuation']) {
      expect(
        find(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });
});
