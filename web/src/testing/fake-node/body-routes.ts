import type { BodyRegister, BodyRegisterEffect, Directory, DirectoryOffice, OfficeContact } from '../../api/types';
import type { Speak } from './decide';
import { OPTIONS } from './fake-case-options';
import type { FakeState } from './fake-state';
import { Refusal } from './refusal';

const HOUR = 3_600_000;
const LABEL = 'UNCLASSIFIED//REL TO JPN, USA';
const SHIPPED =
  'bodies:\n  - { code: bocc, level: operations, en: BOCC, ja: 共同運用調整所, offices: [jpn-operations] }\n';

interface Words {
  readonly en?: string;
  readonly ja?: string;
}

const empty = {
  telephone: '',
  mail: '',
  radio: '',
  chat: '',
  duty: { en: '', ja: '' },
  languages: '',
  remarks: { en: '', ja: '' },
};

const WATCH: OfficeContact = {
  ...empty,
  record: '019f0000-0000-7000-8000-0000000084a1',
  party: 'USA',
  own: false,
  at: '2026-04-14T12:30:00Z',
  name: { en: 'Operations watch', ja: '運用当直' },
  telephone: '+81 42 000 0003',
  chat: 'watch@usfj.example',
  duty: { en: 'Watch section', ja: '当直班' },
  languages: 'en, ja',
  label: LABEL,
};

let register: BodyRegister = { version: 0, yaml: '', shipped: SHIPPED, versions: [] };

/** Bodies and their phone book, and what an administrator says of them; reading the YAML is the node's. */
export function answerBodies(
  state: FakeState,
  method: string,
  steps: readonly string[],
  body: Readonly<Record<string, unknown>>,
  speak: Speak,
): unknown {
  if (steps[0] !== 'bodies') {
    return undefined;
  }
  const yaml = String(body['yaml'] ?? '');
  switch (`${method} ${steps.slice(1).join('/')}`) {
    case 'GET ':
      return directory(state);
    case 'GET register':
      return register;
    case 'POST register/check':
      return effect(yaml, speak);
    case 'PUT register': {
      effect(yaml, speak);
      const version = register.version + 1;
      const taken = { version, at: new Date().toISOString(), by: 'administrator', yaml };
      register = { ...register, version, yaml, versions: [taken, ...register.versions] };
      return register;
    }
    default:
      return undefined;
  }
}

/** One mistake and one change are enough to see both on the screen. */
function effect(yaml: string, speak: Speak): BodyRegisterEffect {
  const line = yaml.split('\n').findIndex((text) => text.includes('level: high')) + 1;
  if (line > 0) {
    const message =
      speak === 'ja'
        ? `${line} 行目：次のいずれかが必要です：summit`
        : `line ${line}: one of these is expected: summit`;
    throw new Refusal(422, speak === 'ja' ? '保存されていません。' : 'Nothing was stored.', [
      { at: `/yaml/${line}`, message },
    ]);
  }
  const added = yaml.includes('ccc-space');
  return {
    bodies: OPTIONS.bodies.length + (added ? 1 : 0),
    offices: 3,
    policies: 1,
    changes: added
      ? [{ what: 'body', code: 'ccc-space', change: 'added', name: { en: 'Center, space', ja: '調整所（宇宙）' } }]
      : [],
  };
}

function directory(state: FakeState): Directory {
  const written = [...state.revisions.values()]
    .map((revisions) => revisions.at(-1))
    .flatMap((record) => (record?.kind === 'office-contact' && record.body ? [record] : []));
  const said = (office: string) =>
    written
      .filter(({ body }) => (body['office'] ?? '') === office)
      .map(({ id, party, own, time, body, banner }): OfficeContact => {
        const { en = '', ja = '' } = (body['title'] ?? {}) as Words;
        const telephone = String(body['telephone'] ?? '');
        return { ...empty, record: id, party, own, at: time, name: { en, ja }, telephone, label: banner };
      });
  const now = Date.now();
  return {
    own: 'JPN',
    asOf: new Date(now).toISOString(),
    bodies: [...OPTIONS.bodies]
      .sort((a, b) => OPTIONS.levels.indexOf(a.level) - OPTIONS.levels.indexOf(b.level))
      .map((one) => ({
        ...one,
        offices: one.offices.map((office): DirectoryOffice => ({
          ...office,
          hours: office.code === 'jpn-policy' ? '08:30–17:15' : '',
          said: false,
          open: office.code !== 'jpn-policy',
          changes: office.code === 'jpn-policy' ? new Date(now + 3.5 * HOUR).toISOString() : null,
          contacts: [...(office.code === 'usa-watch' ? [WATCH] : []), ...said(office.code)],
        })),
      })),
    others: said(''),
  };
}
