import type { PolicyRule, ReleasePolicyDraft, ReleasePolicyVersion } from '../../api/types';

/** The rules to begin with, each for what a nation most often wants to look at first. */
export const TEMPLATES = {
  'first-release': rule('first-release', { cause: 'first-of-kind' }),
  downgrade: rule('downgrade', { cause: 'downgrade', persons: 2 }),
  'exercise-mix': rule('exercise-mix', { cause: 'exercise-mix', hours: 4 }),
  'many-at-once': rule('many-at-once', { cause: 'many', hours: 4 }),
} as const satisfies Record<string, PolicyRule>;

export type TemplateName = keyof typeof TEMPLATES;

export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[];

function rule(id: string, part: Partial<PolicyRule>): PolicyRule {
  return { id, act: 'review', cause: 'always', parties: [], kinds: [], atLeast: null, persons: 1, hours: 24, ...part };
}

/** A draft that says within how many hours it counts. */
export type ManyHoured = ReleasePolicyDraft & { readonly manyHours: number };

/** What was read from YAML as the form has it; a policy cannot begin on a day that is over. */
export function draftRead(read: ReleasePolicyDraft, today: string, reason: string): ManyHoured {
  return { ...read, from: read.from < today ? today : read.from, manyHours: read.manyHours ?? 1, reason };
}

/** What a draft begins with: the policy in force, from today on. */
export function draftFrom({ many, manyHours, rules }: ReleasePolicyVersion, today: string): ManyHoured {
  return { from: today, many, manyHours, rules: rules.map((one) => ({ ...one })), reason: '' };
}

export function emptyRule(rules: readonly PolicyRule[]): PolicyRule {
  return rule(freeId('rule', rules), {});
}

/** The template as a rule with a name that none of the others has. */
export function fromTemplate(name: TemplateName, rules: readonly PolicyRule[]): PolicyRule {
  return { ...TEMPLATES[name], id: freeId(name, rules) };
}

function freeId(stem: string, rules: readonly PolicyRule[]): string {
  const taken = new Set(rules.map(({ id }) => id));
  for (let n = 2, id = stem; ; n += 1) {
    if (!taken.has(id)) {
      return id;
    }
    id = `${stem}-${n}`;
  }
}

/** What is withheld is withheld whatever the cause, so the form keeps the two together. */
export function changeRule(before: PolicyRule, part: Partial<PolicyRule>): PolicyRule {
  const after = { ...before, ...part };
  return after.act === 'withhold' ? { ...after, cause: 'always', persons: 1 } : after;
}

/** Moves the rule one place up or down; at the ends nothing moves. */
export function moveRule(rules: readonly PolicyRule[], index: number, by: 1 | -1): PolicyRule[] {
  const moved = [...rules];
  const one = moved[index];
  const other = moved[index + by];
  if (one !== undefined && other !== undefined) {
    moved[index] = other;
    moved[index + by] = one;
  }
  return moved;
}

export type RuleChange = 'new' | 'changed' | 'same';

/** How the rules of a proposal stand to those in force: rules are known by their names. */
export function compareRules(
  before: readonly PolicyRule[],
  after: readonly PolicyRule[],
): { readonly rules: readonly (readonly [PolicyRule, RuleChange])[]; readonly dropped: readonly PolicyRule[] } {
  return {
    rules: after.map((one) => {
      const old = before.find(({ id }) => id === one.id);
      return [one, old === undefined ? 'new' : isSame(old, one) ? 'same' : 'changed'] as const;
    }),
    dropped: before.filter(({ id }) => !after.some((one) => one.id === id)),
  };
}

function isSame(one: PolicyRule, other: PolicyRule): boolean {
  const text = ({ act, cause, parties, kinds, atLeast, persons, hours }: PolicyRule) =>
    JSON.stringify([act, cause, [...parties].sort(), [...kinds].sort(), atLeast ?? null, persons, hours]);
  return text(one) === text(other);
}

/** What can be said without asking the node, in terms of its own refusals: where, and which text. */
export function ruleMistake(
  one: PolicyRule,
  rules: readonly PolicyRule[],
): 'policy.badName' | 'policy.sameName' | null {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(one.id)) {
    return 'policy.badName';
  }
  return rules.filter(({ id }) => id === one.id).length > 1 ? 'policy.sameName' : null;
}
