import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { texts } from '../i18n/translate';

const root = fileURLToPath(new URL('..', import.meta.url));

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const files: SourceFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|tsx|css)$/.test(path) && path !== join('api', 'schema.d.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const code = files.filter(({ path }) => /\.tsx?$/.test(path));
const shipped = code.filter(({ path }) => !path.startsWith('testing') && !path.endsWith('.test.ts'));

/** What each part may import, besides itself. The desks do not know each other, and nothing knows the app. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  app: [
    'account',
    'acsa',
    'agreements',
    'alerts',
    'api',
    'audit',
    'backups',
    'bodies',
    'cases',
    'certificates',
    'commitments',
    'desks',
    'feeds',
    'glossary',
    'i18n',
    'keys',
    'ledgers',
    'links',
    'map',
    'meetings',
    'navigation',
    'node',
    'operation',
    'overview',
    'people',
    'records',
    'release',
    'relief',
    'review',
    'search',
    'session',
    'tracks',
    'ui',
    'watching',
  ],
  alerts: ['api', 'i18n', 'navigation', 'records', 'release', 'ui'],
  desks: ['api', 'i18n', 'records', 'ui'],
  map: ['api', 'i18n', 'navigation', 'node', 'parties', 'records', 'release', 'relief', 'session', 'tracks', 'ui'],
  tracks: ['api', 'i18n', 'navigation', 'node', 'records', 'release', 'session', 'ui'],
  records: ['api', 'glossary', 'i18n', 'map', 'navigation', 'parties', 'release', 'session', 'translation', 'ui'],
  review: ['agreements', 'api', 'i18n', 'navigation', 'parties', 'records', 'release', 'session', 'ui'],
  release: ['agreements', 'api', 'i18n', 'parties', 'session', 'ui'],
  agreements: ['api', 'i18n', 'navigation', 'parties', 'session', 'ui'],
  audit: ['api', 'i18n', 'ledgers', 'navigation', 'session', 'ui'],
  ledgers: ['api', 'i18n', 'navigation', 'parties', 'release', 'ui'],
  links: ['api', 'i18n', 'navigation', 'node', 'session', 'ui'],
  node: ['api', 'i18n', 'session', 'ui'],
  keys: ['api', 'i18n', 'session', 'ui'],
  backups: ['api', 'i18n', 'session', 'ui'],
  feeds: ['api', 'i18n', 'release', 'session', 'ui'],
  operation: ['api', 'i18n', 'session', 'ui'],
  search: ['api', 'i18n', 'navigation', 'records', 'release', 'session', 'ui'],
  glossary: ['api', 'i18n', 'navigation', 'records', 'release', 'session', 'ui'],
  bodies: ['api', 'i18n', 'navigation', 'records', 'release', 'session', 'ui'],
  translation: ['api', 'i18n', 'session'],
  cases: ['api', 'glossary', 'i18n', 'navigation', 'records', 'release', 'session', 'statements', 'translation', 'ui'],
  commitments: ['api', 'glossary', 'i18n', 'navigation', 'records', 'release', 'search', 'session', 'statements', 'ui'],
  meetings: ['api', 'glossary', 'i18n', 'navigation', 'release', 'search', 'session', 'statements', 'ui'],
  statements: ['api', 'glossary', 'i18n', 'navigation', 'release', 'translation', 'ui'],
  overview: ['api', 'i18n', 'navigation', 'release', 'session', 'statements', 'ui'],
  relief: ['api', 'glossary', 'i18n', 'navigation', 'records', 'release', 'session', 'statements', 'ui'],
  acsa: ['api', 'i18n', 'navigation', 'records', 'release', 'session', 'ui'],
  watching: ['api', 'i18n', 'navigation', 'records', 'release', 'session', 'ui'],
  account: ['api', 'certificates', 'i18n', 'session', 'ui'],
  certificates: ['api', 'i18n', 'session', 'ui'],
  people: ['account', 'api', 'certificates', 'i18n', 'session', 'ui'],
  parties: ['api'],
  api: ['i18n', 'session'],
  session: ['ui'],
  navigation: ['ui'],
  i18n: ['api', 'ui'],
  ui: ['api', 'i18n'],
};

/** The form asks the map for a position by this door only. */
const DOORS = new Set(['map/tools/pick-position']);

const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target]) =>
    relative(root, resolve(root, dirname(path), target as string)),
  );
}

function part(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'desks' ? `desks/${second}` : first;
}

describe('the sources', () => {
  it.each(shipped.filter(({ path }) => path.includes('/')))('$path imports only what its part may', (file) => {
    const own = part(file.path);
    const allowed = MAY_IMPORT[own.split('/')[0] as string] ?? [];
    const wrong = importsOf(file).filter((target) => {
      const other = part(target);
      if (other === own || target.endsWith('.css')) return false;
      if (other.startsWith('desks/')) return own !== 'app';
      return !allowed.includes(other) || (own === 'records' && other === 'map' && !DOORS.has(target));
    });
    expect(wrong).toEqual([]);
  });

  it.each(code)('$path keeps to the rules of the language', ({ path, text }) => {
    expect(basename(path)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.tsx?$/);
    expect(basename(path)).not.toBe('index.ts');
    expect(text.split('\n').length).toBeLessThanOrEqual(300);
    if (!path.endsWith('source-conventions.test.ts')) {
      expect(text.replace(COMMENTS, '')).not.toMatch(/[:<|&,(]\s*any\b(?!\w)(?=[\s;,)>\]|&=[])/);
      expect(text).not.toMatch(/@ts-(ignore|expect-error|nocheck)/);
      expect(text).not.toMatch(/\beval\(|new Function\(|dangerouslySetInnerHTML/);
    }
  });

  it.each(shipped)('$path reaches for no other machine', ({ text }) => {
    expect(text).not.toMatch(/https?:\/\//);
  });

  it.each(shipped.filter(({ path }) => !path.startsWith(join('i18n', 'texts'))))(
    '$path holds no Japanese of its own',
    ({ path, text }) => {
      const withoutComments = text.replace(COMMENTS, '');
      const named = withoutComments
        .replaceAll('連携', '')
        .replaceAll('日本語', '')
        .replaceAll("'：'", '')
        .replaceAll("'、'", '');
      expect(named, path).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    },
  );

  it('say each text once: of two by one key the later would speak for both', () => {
    const keys = shipped
      .filter(({ path }) => path.startsWith(join('i18n', 'texts')))
      .flatMap(({ text }) => [...text.matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(new Set(keys)).toEqual(new Set(Object.keys(texts)));
  });

  it('use every text', () => {
    const all = shipped
      .filter(({ path }) => !path.startsWith(join('i18n', 'texts')))
      .map(({ text }) => text)
      .join('\n');
    const prefixes = [...all.matchAll(/`([a-z]+(?:\.[a-z]+)*\.)\$\{/g)].map(([, prefix]) => prefix as string);
    const unused = Object.keys(texts).filter(
      (key) =>
        !all.includes(`'${key}'`) && !all.includes(`"${key}"`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});
