import { describe, expect, it } from 'vitest';
import type { DirectoryBody } from '../../api/types';
import { byLevel, found } from './found';

const body = (code: string, level: string, telephone = ''): DirectoryBody => ({
  code,
  level,
  name: { en: `Body ${code}`, ja: '機関' },
  offices: [
    {
      code: `${code}-office`,
      party: 'JPN',
      name: { en: 'Watch', ja: '当直' },
      zone: 'Asia/Tokyo',
      hours: '',
      said: false,
      open: true,
      changes: null,
      contacts: [
        {
          record: '019f0000-0000-7000-8000-000000000001',
          party: 'JPN',
          own: true,
          at: '2026-04-14T12:30:00Z',
          name: { en: 'Watch', ja: '当直' },
          telephone,
          mail: '',
          radio: '',
          chat: '',
          duty: { en: '', ja: '' },
          languages: '',
          remarks: { en: '', ja: '' },
          label: 'UNCLASSIFIED',
        },
      ],
    },
  ],
});

const ALL = [body('summit', 'summit'), body('bocc', 'operations', '+81 3 0000'), body('two', 'operations')];
const codes = (words: string) => found(ALL, words).map(({ code }) => code);

describe('bodies', () => {
  it('are found by every word, wherever it stands', () => {
    expect(codes('')).toEqual(['summit', 'bocc', 'two']);
    expect(codes('+81')).toEqual(['bocc']);
    expect(codes('JPN BODY bocc-office')).toEqual(['bocc']);
    expect(codes('当直 summit')).toEqual(['summit']);
    expect(codes('nowhere')).toEqual([]);
  });

  it('stand by their levels in the order of the node', () => {
    expect(byLevel(ALL).map(([level, bodies]) => [level, bodies.length])).toEqual([
      ['summit', 1],
      ['operations', 2],
    ]);
  });
});
