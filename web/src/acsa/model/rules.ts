import type { AcsaField } from '../../api/types';

export function field(
  name: string,
  type: AcsaField['type'],
  choices: readonly string[] = [],
  required = true,
): AcsaField {
  return { name, type, required, choices: [...choices], value: null };
}

/** What a ceiling is set by; one category or all. */
export function ceilingFields(categories: readonly string[], partners: readonly string[]): AcsaField[] {
  return [
    field('name', 'text'),
    field('direction', 'choice', ['supplied', 'received']),
    field('partner', 'choice', partners, false),
    field('category', 'choice', categories, false),
    field('from', 'date'),
    field('to', 'date'),
    field('currency', 'currency'),
    field('amount', 'money'),
    field('source', 'text'),
  ];
}

/** What an authority for netting is put on record by. */
export function authorityFields(partners: readonly string[]): AcsaField[] {
  return [
    field('partner', 'choice', partners),
    field('ground', 'choice', ['agreement-clause', 'us-2345-c']),
    field('by', 'text'),
    field('reference', 'text'),
    field('from', 'date'),
    field('to', 'date'),
    field('currency', 'currency'),
    field('limit', 'money'),
  ];
}
