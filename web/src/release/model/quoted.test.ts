import { expect, it } from 'vitest';
import { quotedTo } from './quoted';

const report = (party: string, label: string) => ({
  record: `019f0000-0000-7000-8000-0000000000${party.length}${label.length}`,
  party,
  at: '2026-04-16T01:00:00Z',
  status: 'open',
  occupants: null,
  capacity: null,
  movements: null,
  label,
});

it('quotes to a nation what it said itself, and ours that it may have', () => {
  const ours = report('JPN', 'RESTRICTED//REL TO JPN, USA');
  const theirs = report('USA', 'UNCLASSIFIED//REL TO JPN, USA');
  expect(quotedTo('USA', 'JPN', [ours, theirs])).toEqual({ reports: [ours, theirs], classification: 'RESTRICTED' });
});

it('quotes nothing of third nations, of what is kept at home, and of what bears more than its addressees', () => {
  const theirs = report('USA', 'UNCLASSIFIED//REL TO JPN, USA');
  const kept = [
    report('AUS', 'UNCLASSIFIED//PUBLIC'),
    report('AUS', 'UNCLASSIFIED//REL TO AUS, JPN'),
    report('JPN', 'SECRET//REL TO AUS, JPN'),
    report('JPN', 'SECRET'),
    report('JPN', 'SECRET//ORCON//REL TO JPN, USA'),
    report('JPN', 'SECRET//REL TO JPN, USA//FGI AUS'),
    report('JPN', 'no label at all'),
  ];
  expect(quotedTo('USA', 'JPN', [...kept, theirs])).toEqual({ reports: [theirs], classification: 'UNCLASSIFIED' });
});
