import type { Kind } from '../../api/types';

const localText = {
  oneOf: [{ type: 'string' }, { type: 'object', properties: { en: { type: 'string' }, ja: { type: 'string' } } }],
};
const common = {
  title: localText,
  summary: localText,
  remarks: localText,
  position: {
    type: 'object',
    required: ['lat', 'lon'],
    properties: { lat: { type: 'number' }, lon: { type: 'number' } },
  },
  time: { type: 'string', format: 'date-time' },
};

function kind(id: string, en: string, ja: string, properties: object, required: string[] = []): Kind {
  const schema = { type: 'object', required: ['title', ...required], properties: { ...common, ...properties } };
  return { kind: id, name: { en, ja }, schema };
}

const text = { type: 'string' };
const number = { type: 'number' };
const oneOf = (...values: string[]) => ({ type: 'string', enum: values });

export const KINDS: Kind[] = [
  kind('situation-report', 'Situation report', '状況報告', {}, ['summary']),
  kind(
    'hazard',
    'Hazard',
    '災害事象',
    { type: oneOf('earthquake', 'flood', 'landslide', 'volcano'), magnitude: number, depthKm: number, intensity: text },
    ['position'],
  ),
  kind('alert', 'Alert', '警報', {
    event: text,
    severity: oneOf('extreme', 'severe', 'moderate', 'minor'),
    area: localText,
    instruction: localText,
    expires: { type: 'string', format: 'date-time' },
  }),
  kind(
    'place-status',
    'Place status',
    '施設状況',
    {
      type: oneOf('airport', 'port', 'hospital', 'shelter', 'road', 'post'),
      status: oneOf('open', 'limited', 'closed'),
      people: { type: 'integer' },
      capacity: { type: 'integer' },
    },
    ['position'],
  ),
  kind('request-for-assistance', 'Request for assistance', '支援要請', {
    item: localText,
    quantity: number,
    unit: text,
    needBy: { type: 'string', format: 'date-time' },
  }),
  kind('offer-of-assistance', 'Offer of assistance', '支援提供の申し出', {
    item: localText,
    quantity: number,
    unit: text,
    available: { type: 'string', format: 'date-time' },
  }),
  kind(
    'feature',
    'Map feature',
    '地図上の図形',
    {
      shape: oneOf('area', 'route', 'point', 'text'),
      geometry: { type: 'object' },
      color: oneOf('plain', 'blue', 'red', 'green', 'yellow'),
      line: oneOf('solid', 'dashed'),
      until: { type: 'string', format: 'date-time' },
    },
    ['shape', 'geometry'],
  ),
  kind('office-contact', 'Office contact', '部署の連絡先', {
    office: text,
    telephone: text,
    mail: text,
    radio: text,
    chat: text,
    duty: localText,
    languages: text,
    zone: text,
    opens: text,
    closes: text,
  }),
  kind('term', 'Term', '用語', { reading: text, abbreviation: text, definition: localText, source: text }),
];
