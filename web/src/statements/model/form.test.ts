import { expect, it } from 'vitest';
import type { CaseField } from '../../api/types';
import { instantOf, isComplete, labelOf, saidFrom, typedFrom } from './form';

const field = (name: string, type: CaseField['type'], more: Partial<CaseField> = {}): CaseField => ({
  name,
  type,
  required: true,
  choices: [],
  value: null,
  ...more,
});

it('fills in what follows and sends it as it was given', () => {
  const fields = [
    field('on', 'references', { value: ['a', 'b'] }),
    field('hash', 'hash', { value: 'ff' }),
    field('extent', 'choice', { choices: ['whole', 'part'] }),
    field('quantity', 'number', { required: false }),
  ];
  const typed = typedFrom(fields);
  expect(typed).toEqual({ extent: 'whole', quantity: '' });
  expect(isComplete(fields, typed)).toBe(true);
  expect(saidFrom(fields, { ...typed, quantity: '4' })).toEqual({
    on: ['a', 'b'],
    hash: 'ff',
    extent: 'whole',
    quantity: 4,
  });
});

it('wants what is required and sends what it cannot read for the node to name', () => {
  const fields = [field('due', 'time'), field('quantity', 'number')];
  expect(isComplete(fields, { due: '', quantity: '1' })).toBe(false);
  expect(saidFrom(fields, { due: 'soon', quantity: 'four' })).toEqual({ due: 'soon', quantity: 'four' });
});

it('reads times in UTC and no days that there are not', () => {
  expect(instantOf('2026-04-15 03:00')).toBe('2026-04-15T03:00:00Z');
  expect(instantOf('2026-04-15T03:00Z')).toBe('2026-04-15T03:00:00Z');
  expect(instantOf('2026-02-31 03:00')).toBeNull();
  expect(instantOf('tomorrow')).toBeNull();
});

it('labels for those who are told, under the purpose of the case', () => {
  expect(labelOf('SECRET', ['USA', 'JPN'], [], false)).toBe('SECRET//REL TO JPN, USA');
  expect(labelOf('UNCLASSIFIED', ['JPN'], ['DISASTER-RELIEF'], true)).toBe(
    'UNCLASSIFIED//REL TO JPN//FOR DISASTER-RELIEF//EXERCISE',
  );
});
