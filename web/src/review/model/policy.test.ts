import { beforeAll, describe, expect, it } from 'vitest';
import type { PolicyRule } from '../../api/types';
import { setLanguage } from '../../i18n/language';
import { translateNow, type Translate } from '../../i18n/translate';
import {
  changeRule,
  compareRules,
  draftFrom,
  draftRead,
  emptyRule,
  fromTemplate,
  moveRule,
  ruleMistake,
  TEMPLATE_NAMES,
  TEMPLATES,
} from './policy-draft';
import { ruleSentence } from './rule-sentence';

const rule = (part: Partial<PolicyRule>): PolicyRule => ({ ...emptyRule([]), ...part });

const SENTENCES = [
  {
    rule: rule({}),
    en: 'Every release to any party needs the word of a release officer within 24 h.',
    ja: 'すべての当事国へのすべての開示は、開示担当官 1 名が 24 時間以内に判断する。',
  },
  {
    rule: rule({ cause: 'first-of-kind', parties: ['USA'], kinds: ['alert'], hours: 4 }),
    en: 'The first release of a kind (kind: “alert!”) to USA needs the word of a release officer within 4 h.',
    ja: 'USA への種別「alert!」の、最初の開示（種別ごと）は、開示担当官 1 名が 4 時間以内に判断する。',
  },
  {
    rule: rule({ cause: 'downgrade', parties: ['USA', 'AUS', 'GBR'], atLeast: 'TOP_SECRET', persons: 2 }),
    en: 'The release of a record marked lower than before, classified TOP SECRET or higher, to USA, AUS or GBR needs the same word of two release officers, neither of them an author of the record, within 24 h.',
    ja: 'USA・AUS・GBR への TOP SECRET 以上の、以前より低く区分された記録の開示は、記録の作成者以外の開示担当官 2 名が 24 時間以内に一致して判断する。',
  },
  {
    rule: rule({ cause: 'many' }),
    en: 'The release of more than 100 records by one author within 2 h to any party needs the word of a release officer within 24 h.',
    ja: 'すべての当事国への同じ作成者による 2 時間以内に 100 件を超える開示は、開示担当官 1 名が 24 時間以内に判断する。',
  },
  {
    rule: rule({ act: 'withhold', kinds: ['alert', 'hazard'], parties: ['PHL'] }),
    en: 'Every release (kind: “alert!” or “hazard!”) to PHL is withheld.',
    ja: 'PHL への種別「alert!」・「hazard!」の、すべての開示は、不開示とする。',
  },
];

describe('a rule as a sentence', () => {
  let en: Translate;
  let ja: Translate;
  beforeAll(() => {
    setLanguage('en');
    en = translateNow();
    setLanguage('ja');
    ja = translateNow();
  });

  it.each(SENTENCES)('$en', ({ rule: one, en: english, ja: japanese }) => {
    const spoken = { many: { many: 100, manyHours: 2 }, kindName: (kind: string) => `${kind}!` };
    expect(ruleSentence(one, { ...spoken, t: en })).toBe(english);
    expect(ruleSentence(one, { ...spoken, t: ja })).toBe(japanese);
  });
});

describe('a draft of a policy', () => {
  it('begins with the rules in force, as a copy from today on', () => {
    const rules = [rule({ id: 'a' })];
    const current = { version: 3, from: '2025-01-01', many: 7, manyHours: 4, rules, state: 'confirmed' as const };
    const draft = draftFrom(current, '2026-04-16');
    expect(draft).toEqual({ from: '2026-04-16', many: 7, manyHours: 4, rules, reason: '' });
    expect(draft.rules[0]).not.toBe(rules[0]);
  });

  it('takes what was read from YAML, from today on where its day is over, and keeps the reason', () => {
    const read = { from: '2020-01-01', many: 5, rules: [] };
    expect(draftRead(read, '2026-04-16', 'why')).toEqual({ ...read, from: '2026-04-16', manyHours: 1, reason: 'why' });
    expect(draftRead({ ...read, from: '2027-01-01', manyHours: 9 }, '2026-04-16', '')).toMatchObject({
      from: '2027-01-01',
      manyHours: 9,
    });
  });

  it('gives every rule a name of its own, also from a template used twice', () => {
    let rules: PolicyRule[] = [];
    for (const name of [...TEMPLATE_NAMES, ...TEMPLATE_NAMES, 'downgrade' as const]) {
      rules = [...rules, fromTemplate(name, rules)];
    }
    rules = [...rules, emptyRule(rules)];
    expect(rules.map((one) => ruleMistake(one, rules)).filter((mistake) => mistake !== null)).toEqual([]);
    expect(rules.map(({ id }) => id)).toContain('downgrade-3');
  });

  it('withholds always, whatever the cause was', () => {
    expect(changeRule(TEMPLATES.downgrade, { act: 'withhold' })).toMatchObject({ cause: 'always', persons: 1 });
    expect(changeRule(rule({}), { cause: 'many' }).cause).toBe('many');
  });

  it('moves rules, and nothing at the ends', () => {
    const [a, b, c] = [rule({ id: 'a' }), rule({ id: 'b' }), rule({ id: 'c' })] as const;
    const ids = (rules: readonly PolicyRule[]) => rules.map(({ id }) => id).join('');
    expect(ids(moveRule([a, b, c], 1, -1))).toBe('bac');
    expect(ids(moveRule([a, b, c], 1, 1))).toBe('acb');
    expect(ids(moveRule([a, b, c], 0, -1))).toBe('abc');
    expect(ids(moveRule([a, b, c], 2, 1))).toBe('abc');
  });

  it.each([
    ['', 'policy.badName'],
    ['Two words', 'policy.badName'],
    ['-first', 'policy.badName'],
    ['x'.repeat(41), 'policy.badName'],
    ['same', 'policy.sameName'],
    ['fine-1', null],
  ])('says of the name “%s”: %s', (id, mistake) => {
    const one = rule({ id });
    expect(ruleMistake(one, [one, rule({ id: 'same' })])).toBe(mistake);
  });
});

describe('a proposal beside what is in force', () => {
  it('says what is new, changed, as before and dropped', () => {
    const before = [rule({ id: 'a', parties: ['USA', 'AUS'] }), rule({ id: 'b' }), rule({ id: 'c' })];
    const after = [rule({ id: 'd' }), rule({ id: 'a', parties: ['AUS', 'USA'] }), rule({ id: 'b', hours: 2 })];
    const { rules, dropped } = compareRules(before, after);
    expect(rules.map(([{ id }, change]) => `${id} ${change}`)).toEqual(['d new', 'a same', 'b changed']);
    expect(dropped.map(({ id }) => id)).toEqual(['c']);
  });
});
