import { describe, expect, it } from 'vitest';
import { KINDS } from '../../testing/fake-node/kinds';
import { readInput, writeInput } from './field-input';
import { fieldsOf, type FieldSpec } from './field-schema';

const need = KINDS.find(({ kind }) => kind === 'request-for-assistance');
const spec = (need ? fieldsOf(need) : []).find(({ name }) => name === 'quantity') as FieldSpec;

describe('a quantity', () => {
  it('is typed as an amount and its unit', () => {
    expect(spec.type).toBe('quantity');
    expect(readInput(spec, { value: ' 2.5 ', unit: ' t ' })).toEqual({ value: { value: 2.5, unit: 't' } });
    expect(readInput(spec, { value: '40' })).toEqual({ value: { value: 40 } });
    expect(readInput(spec, { value: '', unit: '' })).toEqual({ value: undefined });
  });

  it('needs an amount that is none below zero', () => {
    for (const value of ['', '-1', 'many']) {
      expect(readInput(spec, { value, unit: 't' })).toEqual({ problem: 'form.notNumber' });
    }
  });

  it('keeps what else it came with when it is written again', () => {
    const held = { value: 4, unit: 't', at: '15 °C' };
    expect(readInput(spec, writeInput(spec, held))).toEqual({ value: held });
    expect(readInput(spec, writeInput(spec, { value: 4 }))).toEqual({ value: { value: 4 } });
  });
});
