import { describe, expect, it } from 'vitest';
import type { AcsaPastLook } from '../../api/types';
import { guessed, mapped, missing, written } from './mapping';

const look: AcsaPastLook = {
  form: 'xlsx',
  marking: '',
  lines: 2,
  columns: [
    { column: 0, heading: '番号', field: 'reference', samples: [] },
    { column: 1, heading: 'x', field: null, samples: [] },
    { column: 2, heading: 'Partner', field: 'partner', samples: [] },
  ],
  fields: [
    { field: 'reference', en: 'Order no.', ja: 'オーダー番号', required: true },
    { field: 'partner', en: 'Partner', ja: '相手国', required: true },
    { field: 'item', en: 'Item', ja: '品名', required: true },
    { field: 'remarks', en: 'Remarks', ja: '備考', required: false },
  ],
};

describe('a mapping of columns', () => {
  it('begins with what the headings say', () => {
    expect(guessed(look)).toEqual({ 0: 'reference', 2: 'partner' });
  });

  it('gives a field to one column only', () => {
    expect(mapped(guessed(look), 1, 'reference')).toEqual({ 1: 'reference', 2: 'partner' });
    expect(mapped(guessed(look), 0, '')).toEqual({ 2: 'partner' });
  });

  it('names what is still missing, and nothing that may be', () => {
    expect(missing(look, guessed(look)).map((one) => one.field)).toEqual(['item']);
    expect(missing(look, mapped(guessed(look), 1, 'item'))).toEqual([]);
  });

  it('is written as the node reads it', () => {
    expect(written(mapped(guessed(look), 1, 'item'))).toBe('reference:0,item:1,partner:2');
  });
});
