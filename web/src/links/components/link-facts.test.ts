import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LinkState } from '../../api/types';
import { setLanguage } from '../../i18n/language';
import { LanesTable } from './lanes-table';
import { LinkCarriage, LinkLine } from './link-facts';
import { NO_RELAY } from '../../testing/fake-node/no-relay';
import { RelayFacts } from './relay-facts';

const NOW = new Date('2016-04-16T04:36:00Z');

const UP: LinkState = {
  party: 'AUS',
  node: 'AUS/canberra',
  name: { en: 'Australia', ja: '豪州' },
  state: 'up',
  since: '2016-04-16T01:36:00Z',
  lag: 120,
  waiting: 5,
  bytes: { sent: 81_200, received: 4_100 },
  ledger: { size: 20, acknowledged: 15 },
  received: 12,
  lastHeard: '2016-04-16T04:35:58Z',
  roundTripMillis: 620,
  problem: null,
  forked: false,
  traffic: {
    transport: 'tls-tcp',
    cipher: 'TLS_CHACHA20_POLY1305_SHA256',
    keyAgreement: 'x25519',
    urgentLane: false,
    compressed: true,
    bytesPerSecond: 7_250,
    loss: null,
  },
  tracks: null,
  lanes: { urgent: { entries: 1, since: '2016-04-16T04:35:00Z' }, bulk: { entries: 4, since: '2016-04-16T04:34:00Z' } },
  drainSeconds: 75,
  ...NO_RELAY,
};

const AWAY: LinkState = {
  ...UP,
  state: 'down',
  traffic: null,
  roundTripMillis: null,
  lastHeard: null,
  drainSeconds: null,
};

/** What a reader gets, without the marks between. */
function words(link: LinkState): string {
  return [
    renderToStaticMarkup(createElement(LinkLine, { link, now: NOW })),
    renderToStaticMarkup(createElement(LinkCarriage, { link })),
    renderToStaticMarkup(createElement(LanesTable, { link, now: NOW })),
  ]
    .join(' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the panel of a link', () => {
  beforeEach(() => setLanguage('en'));

  it.each([
    'since 2016-04-16 01:36:00Z · 3 h',
    'measured rate 58 kbit/s',
    'round trip 620 ms',
    'packets lost —',
    'sent 81.2 kB',
    'transport TLS/TCP',
    'key agreement x25519 classical, does not withstand quantum computers',
    'compressed yes',
    'urgent lane of its own no',
    'AUS has confirmed 15 of 20',
    'time to drain about 1 min',
    'entries of theirs held here 12',
  ])('says "%s"', (text) => {
    expect(words(UP)).toContain(text);
  });

  it.each(['last heard never', 'measured rate —', 'transport —', 'cipher —', 'time to drain —'])(
    'of a partner who is away says "%s"',
    (text) => {
      expect(words(AWAY)).toContain(text);
    },
  );

  it('lists the lanes, the urgent one first', () => {
    expect(words(UP)).toMatch(/urgent 1 .*04:35Z · 1 min bulk 4 .*04:34Z · 2 min/);
  });

  it('draws what is confirmed, and says it to those who do not see it', () => {
    const markup = renderToStaticMarkup(createElement(LanesTable, { link: UP, now: NOW }));
    expect(markup).toContain('width:75%');
    expect(markup).toContain('aria-valuetext="15 of 20"');
  });

  it('speaks Japanese', () => {
    setLanguage('ja');
    expect(words(UP)).toContain('従来方式。量子計算機には耐えません');
    expect(words(UP)).toContain('20 項中 15 項');
  });
});

describe('a link by way of others', () => {
  beforeEach(() => setLanguage('en'));

  const render = (link: LinkState) => renderToStaticMarkup(createElement(RelayFacts, { link }));

  it('says by whom, how many parcels are on their way, and who does not take them', () => {
    const html = render({
      ...UP,
      via: ['USA'],
      relay: {
        lastSent: null,
        underWay: 3,
        waiting: 1,
        resent: 0,
        refusal: { hop: 'USA', code: 'not-carried' },
      },
    });
    expect(html).toContain('USA');
    expect(html).toContain('3 on their way, 1 still here');
    expect(html).toContain('that node has not agreed to carry');
  });

  it('says what lies here for whom', () => {
    const html = render({ ...UP, carries: true, carried: [{ next: 'USA', parcels: 2, bytes: 49_152 }] });
    expect(html).toContain('we carry AUS → USA');
    expect(html).toContain('2 parcels');
  });

  it('is nothing for a plain link', () => {
    expect(render(UP)).toBe('');
  });
});
