import { readdirSync, readFileSync } from 'node:fs';
import type { Kind } from '../../api/types';

const FOLDER = new URL('../../../../node/src/main/resources/kinds/', import.meta.url);

interface Titled {
  readonly title: string;
  readonly 'x-title-ja': string;
}

/** The kinds that a node ships with, as it ships them. */
export const KINDS: Kind[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .toSorted()
  .map((file) => {
    const schema = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Kind['schema'] & Titled;
    return { kind: file.replace('.json', ''), name: { en: schema.title, ja: schema['x-title-ja'] }, schema };
  });
