import { expect, it } from 'vitest';
import type { CaseField } from '../../api/types';
import { isAsked } from './asked';

const field = (name: string): CaseField => ({ name, type: 'text', required: false, choices: [], value: null });
const asked = (state: string) =>
  ['state', 'text', 'measured', 'by', 'due'].filter((name) => isAsked(field(name), { state }));

it('asks of a state only what that state has', () => {
  expect(asked('on-track')).toEqual(['state', 'text', 'due']);
  expect(asked('met')).toEqual(['state', 'text', 'measured']);
  expect(asked('superseded')).toEqual(['state', 'text', 'by']);
  expect(asked('dropped')).toEqual(['state', 'text']);
});

it('asks of a new commitment everything', () => {
  expect(isAsked(field('due'), {})).toBe(true);
});
