import { describe, expect, it } from 'vitest';
import type { AcsaField } from '../../api/types';
import { changedFrom, isComplete, lineFrom, saidFrom, typedFrom } from './form';
import { decimals, knowCurrencies, minorUnits, money, typedMoney } from './money';

const field = (name: string, type: AcsaField['type'], required = true, value: unknown = null): AcsaField => ({
  name,
  type,
  required,
  choices: type === 'choice' ? ['good', 'damaged'] : [],
  value,
});

describe('money', () => {
  it('is typed in the units of its currency and sent in minor units', () => {
    expect(minorUnits('1,234.5', 'USD')).toBe(123_450);
    expect(minorUnits('1234', 'JPY')).toBe(1234);
    expect(minorUnits('12.5', 'JPY')).toBeNull();
    expect(minorUnits('-1', 'USD')).toBeNull();
    expect(money(123_450, 'USD')).toBe('1,234.50 USD');
    expect(money(292_500, 'JPY')).toBe('292,500 JPY');
    expect(typedMoney(5, 'USD')).toBe('0.05');
  });
});

describe('decimals', () => {
  it('are those that the node says, not those of shops', () => {
    knowCurrencies({ IQD: 3, JPY: 0 });
    expect(decimals('IQD')).toBe(3);
    expect(minorUnits('1.234', 'IQD')).toBe(1234);
    expect(decimals('USD')).toBe(2);
    knowCurrencies({});
  });
});

describe('a line', () => {
  it('bears what was stated in another unit beside the quantity that it comes to', () => {
    const fields = [field('line', 'number'), field('quantity', 'number')];
    const typed = { line: '1', quantity: '37854', statedQuantity: '10,000', statedUnit: 'us-gallon-15c' };
    expect(lineFrom(fields, typed, '')).toEqual({
      line: 1,
      quantity: 37854,
      statedQuantity: '10,000',
      statedUnit: 'us-gallon-15c',
    });
    expect(lineFrom(fields, { ...typed, statedUnit: '', statedQuantity: '' }, '')).toEqual({
      line: 1,
      quantity: 37854,
    });
  });
});

describe('a form', () => {
  const fields = [
    field('delivery', 'number', true, 2),
    field('amount', 'money', true, 1050),
    field('documents', 'documents'),
    field('condition', 'choice'),
    field('reason', 'text', false),
  ];

  it('begins with what is known and is complete when what is required is there', () => {
    const typed = typedFrom(fields, {}, 'USD');
    expect(typed).toEqual({ delivery: '2', amount: '10.50', documents: '', condition: 'good', reason: '' });
    expect(isComplete(fields, typed)).toBe(false);
    expect(isComplete(fields, { ...typed, documents: 'DD 1348' })).toBe(true);
  });

  it('sends numbers as numbers, documents as a list, and nothing that is empty', () => {
    const typed = { ...typedFrom(fields, {}, 'USD'), documents: 'DD 1348\n\n DD 250 ' };
    expect(saidFrom(fields, typed, 'USD')).toEqual({
      delivery: 2,
      amount: 1050,
      documents: ['DD 1348', 'DD 250'],
      condition: 'good',
    });
  });

  it('sends what cannot be read as it is, so that the node says what is wrong', () => {
    expect(saidFrom([field('delivery', 'number')], { delivery: 'two' }, 'USD')).toEqual({ delivery: 'two' });
  });
});

describe('what was typed', () => {
  it('stays when what is offered changes, and what was left alone follows the offer', () => {
    const typed = { quantity: '590', remarks: '', terms: 'aa' };
    const changed = changedFrom({ quantity: '600', remarks: '', terms: 'aa' }, typed);
    expect(changed).toEqual({ quantity: '590' });
    expect({ quantity: '595', remarks: 'late', terms: 'bb', ...changed }).toEqual({
      quantity: '590',
      remarks: 'late',
      terms: 'bb',
    });
  });
});
