import { describe, expect, it } from 'vitest';
import { NOT_STATED } from './form';
import { degrees, isCountedAnew, oneLine } from './stock';

describe('a line of stock', () => {
  it('is a sheet with the headings that the node knows, whatever is typed', async () => {
    const typed = { point: 'Sasebo "A", east', on: '2026-05-07', kind: 'issue', category: 'fuel', item: 'F-76' };
    const text = await oneLine({ ...typed, unitOfIssue: 'litre-15c', quantity: '100', voucher: 'DD 7' }).text();
    expect(text).toBe(
      'Point,Day,Entry,Category,Item,Unit,Quantity,Voucher\n' +
        '"Sasebo ""A"", east","2026-05-07","issue","fuel","F-76","litre-15c","100","DD 7"\n',
    );
  });

  it('holds what was stated in another unit, and the node says what that comes to', async () => {
    const typed = {
      unitOfIssue: 'litre-15c',
      quantity: '37854',
      statedQuantity: '10,000',
      statedUnit: 'us-gallon-15c',
    };
    expect(await oneLine(typed).text()).toContain('"us-gallon-15c","10,000"');
    expect(isCountedAnew(typed, { ...typed, quantity: '5' })).toBe(true);
    expect(isCountedAnew(typed, { ...typed, item: 'F-76' })).toBe(false);
    expect(await oneLine({ ...typed, ...NOT_STATED }).text()).toContain('"litre-15c","37854"');
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
