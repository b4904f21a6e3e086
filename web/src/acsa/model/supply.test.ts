import { expect, it } from 'vitest';
import { supplyName, type SupplyNames } from './supply';

const NAMES: SupplyNames = {
  supplyGroups: { '91': { en: 'Fuels', ja: '燃料' } },
  supplyClasses: { '9130': { en: 'Liquid fuels', ja: '液体燃料' } },
};

it('names the class, or the group where the class is not known', () => {
  expect(supplyName('9130-01-413-1234', NAMES)).toEqual({ code: '9130', name: { en: 'Liquid fuels', ja: '液体燃料' } });
  expect(supplyName('9199', NAMES)?.name?.en).toBe('Fuels');
  expect(supplyName('91', NAMES)?.code).toBe('91');
});

it('says that there is no such group, and nothing before there are two digits', () => {
  expect(supplyName('9730014131234', NAMES)).toEqual({ code: '97', name: null });
  expect(supplyName('9', NAMES)).toBeNull();
  expect(supplyName('fuel', NAMES)).toBeNull();
});
