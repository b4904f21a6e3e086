import { expect, it } from 'vitest';
import { filesFor } from './files';

const file = (name: string) => ({ name, type: 'application/pdf', size: 7, sha256: name.repeat(64).slice(0, 64) });

it('parts what both nations get from what the own one keeps', () => {
  const { shared, ownFiles } = filesFor([
    { attachment: file('a'), own: false },
    { attachment: file('b'), own: true },
  ]);
  expect(shared.map(({ name }) => name)).toEqual(['a']);
  expect(ownFiles.map(({ name }) => name)).toEqual(['b']);
});
