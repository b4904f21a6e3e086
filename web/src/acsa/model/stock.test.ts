import { describe, expect, it } from 'vitest';
import { degrees, oneLine } from './stock';

describe('a line of stock', () => {
  it('is a sheet with the headings that the node knows, whatever is typed', async () => {
    const typed = { point: 'Sasebo "A", east', on: '2026-05-07', kind: 'issue', category: 'fuel', item: 'F-76' };
    const text = await oneLine({ ...typed, unitOfIssue: 'litre-15c', quantity: '100', voucher: 'DD 7' }).text();
    expect(text).toBe(
      'Point,Day,Entry,Category,Item,Unit,Quantity,Voucher\n' +
        '"Sasebo ""A"", east","2026-05-07","issue","fuel","F-76","litre-15c","100","DD 7"\n',
    );
  });

  it('keeps an empty field empty', async () => {
    expect(await oneLine({}).text()).toContain('\n"","","","","","","",""\n');
  });
});

describe('degrees', () => {
  it.each([
    ['33.16', 33.16],
    ['-0.5', -0.5],
    ['north', 'north'],
    ['', ''],
    [undefined, ''],
  ])('%s are %s', (typed, read) => {
    expect(degrees(typed)).toBe(read);
  });
});
