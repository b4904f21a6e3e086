import { expect, it } from 'vitest';
import type { CaseStatement } from '../../api/types';
import { enclosuresOf, threadsOf } from './threads';

const said = (record: string, act: string, on: readonly string[] = [], fits = true): CaseStatement => ({
  record,
  ref: record,
  party: 'JPN',
  act,
  time: '2026-04-15T00:00:00Z',
  to: ['JPN', 'USA'],
  on: [...on],
  label: '',
  fits,
  objections: [],
  fields: {},
  own: true,
  fresh: false,
  receipts: [],
  released: null,
});
const shape = (all: readonly CaseStatement[]) =>
  threadsOf(all).map(({ root, replies }) => [root.record, ...replies.map(({ record }) => record)].join(' '));

it('puts replies, and replies to them, under what began it, in their order', () => {
  const all = [said('a', 'open'), said('b', 'ask'), said('c', 'remark', ['b']), said('d', 'report')];
  all.push(said('e', 'remark', ['a']), said('f', 'remark', ['c']), said('g', 'answer', ['b']));
  expect(shape(all)).toEqual(['a e', 'b c f', 'd', 'g']);
});

it('leaves a reply standing for itself whose statement is not shown, or that does not fit', () => {
  expect(shape([said('c', 'remark', ['gone']), said('b', 'ask'), said('d', 'remark', ['b'], false)])).toEqual([
    'c',
    'b',
    'd',
  ]);
});

it('keeps receipts and enclosures out of the line, but for one whose statement is not shown', () => {
  const all = [said('a', 'report'), said('b', 'enclose', ['a']), said('c', 'receipt', ['a'])];
  all.push(said('d', 'enclose', ['gone']));
  expect(shape(all)).toEqual(['a', 'd']);
  expect(enclosuresOf(all, 'a').map(({ record }) => record)).toEqual(['b']);
});
