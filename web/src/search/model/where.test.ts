import { expect, it } from 'vitest';
import type { SharedRecord } from '../../api/types';
import { deskOf } from './where';

const record = (kind: string, body: Record<string, unknown>) => ({ kind, body }) as unknown as SharedRecord;

it('leads from a statement to its desk', () => {
  expect(deskOf(record('case-statement', { case: 'a' }))).toMatchObject({ screen: 'cases', subject: 'a' });
  expect(deskOf(record('acsa-statement', { order: 'b' }))).toMatchObject({ screen: 'acsa', subject: 'b' });
});

it('leads nowhere from what stands by itself, or says nothing of its desk', () => {
  expect(deskOf(record('hazard', { case: 'a' }))).toBeNull();
  expect(deskOf(record('move-statement', { move: 'a' }))).toMatchObject({ screen: 'relief', subject: 'move-a' });
  expect(deskOf(record('case-statement', {}))).toBeNull();
});
