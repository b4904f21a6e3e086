import { describe, expect, it } from 'vitest';
import type { Attachment, AttachmentState } from '../../api/types';
import { translateNow } from '../../i18n/translate';
import { setLanguage } from '../../i18n/language';
import { attachmentsOf, mediaType, stateText, withAttachment, withoutAttachment } from './attachments';
import { emptyDraft } from './draft-state';

const PHOTO: Attachment = { name: 'bridge.jpg', type: 'image/jpeg', size: 70_000, sha256: 'a'.repeat(64) };
const MAP: Attachment = { name: 'map.pdf', type: 'application/pdf', size: 900, sha256: 'b'.repeat(64) };
const STATE: AttachmentState = {
  sha256: PHOTO.sha256,
  size: 70_000,
  held: 0,
  state: 'offered',
  source: 'JPN/ichigaya',
  fetchable: true,
  relayed: false,
  reason: null,
};

const draft = () => emptyDraft('situation-report', new Date('2016-04-16T00:00:00Z'));

describe('what a body lists', () => {
  it('is read place by place, and what was cut out leaves its place', () => {
    expect(attachmentsOf([PHOTO, null, { name: 'x' }, MAP])).toEqual([PHOTO, null, null, MAP]);
  });

  it.each([undefined, null, 'x', {}])('is nothing for %o', (value) => {
    expect(attachmentsOf(value)).toEqual([]);
  });
});

describe('a draft', () => {
  it('takes attachments one after the other, and forgets the field with the last', () => {
    const both = withAttachment(withAttachment(draft(), PHOTO), MAP);
    expect(both.rest['attachments']).toEqual([PHOTO, MAP]);
    expect(withoutAttachment(withoutAttachment(both, 0), 0).rest).toEqual({});
  });

  it('moves labels along with the attachments they stand on', () => {
    const portions = [
      { at: '/title', label: 'SECRET' },
      { at: '/attachments/0', label: 'SECRET' },
      { at: '/attachments/1', label: 'CONFIDENTIAL' },
      { at: '/attachments/12/name', label: 'SECRET' },
    ];
    expect(withoutAttachment({ ...draft(), portions }, 0).portions).toEqual([
      { at: '/title', label: 'SECRET' },
      { at: '/attachments/0', label: 'CONFIDENTIAL' },
      { at: '/attachments/11/name', label: 'SECRET' },
    ]);
  });
});

describe('the type of a file', () => {
  it.each([
    ['image/jpeg', 'image/jpeg'],
    ['text/html; charset=utf-8', 'text/html'],
    ['Image/PNG', 'image/png'],
    ['', 'application/octet-stream'],
    ['nonsense', 'application/octet-stream'],
  ])('%o is sent as %s', (said, sent) => {
    expect(mediaType(said)).toBe(sent);
  });
});

describe('the state of an attachment in words', () => {
  it.each<[Partial<AttachmentState>, string, string]>([
    [{}, 'offered by JPN', 'JPN が提供'],
    [{ state: 'wanted', held: 28_700 }, 'fetching 41 %', '取得中 41 %'],
    [
      { relayed: true },
      'offered by JPN; it comes by way of others and may take long',
      'JPN が提供（中継で届くため、時間がかかることがあります）',
    ],
    [
      { relayed: true, state: 'wanted', held: 28_700 },
      'fetching by way of others 41 %; it may take long',
      '中継で取得中 41 %（時間がかかることがあります）',
    ],
    [{ state: 'wanted', reason: 'R' }, 'waits: R', '待機中：R'],
    [{ state: 'here', held: 70_000 }, 'here', '当ノードにあり'],
    [{ state: 'offered', reason: 'R', fetchable: false }, 'R', 'R'],
    [{ state: 'too-large', reason: 'R' }, 'too large: R', '大きすぎます：R'],
    [{ state: 'damaged', reason: 'R' }, 'damaged: R', '破損：R'],
  ])('%o', (state, english, japanese) => {
    setLanguage('en');
    expect(stateText({ ...STATE, ...state }, translateNow())).toBe(english);
    setLanguage('ja');
    expect(stateText({ ...STATE, ...state }, translateNow())).toBe(japanese);
  });
});
