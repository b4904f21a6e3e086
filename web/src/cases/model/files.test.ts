import { expect, it } from 'vitest';
import { filesFor, toldOf, type ChosenFile } from './files';

const attachment = { name: 'a.pdf', type: 'application/pdf', size: 3, sha256: 'a'.repeat(64) };
const setting = { purposes: ['DISASTER-RELIEF'], exercise: true };
const kept: ChosenFile = { attachment, own: { to: ['JPN', 'USA'], classification: 'SECRET' } };

it('sends a file under the label of its statement without one of its own', () => {
  expect(filesFor([{ attachment, own: null }], ['JPN', 'USA'], setting)).toEqual([attachment]);
});

it('labels a file for those alone who are told of it, and never for one who is not told the statement', () => {
  expect(filesFor([kept], ['JPN', 'USA', 'AUS'], setting)[0]?.label).toBe(
    'SECRET//REL TO JPN, USA//FOR DISASTER-RELIEF//EXERCISE',
  );
  expect(toldOf(kept, ['AUS', 'JPN'])).toEqual(['JPN']);
  expect(filesFor([kept], ['AUS', 'JPN'], setting)[0]?.label).toBe('SECRET//REL TO JPN//FOR DISASTER-RELIEF//EXERCISE');
});
