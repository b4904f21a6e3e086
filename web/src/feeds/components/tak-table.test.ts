import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../i18n/language';
import { TAK } from '../../testing/fake-node/feed-routes';
import { RefusedClients, TakTable } from './tak-table';

/** What a reader gets, without the marks between. */
function words(): string {
  const table = createElement(TakTable, { clients: TAK.clients, busy: false, onCut: () => undefined });
  const refused = createElement(RefusedClients, { refused: TAK.refused });
  return `${renderToStaticMarkup(table)} ${renderToStaticMarkup(refused)}`
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the table of TAK clients', () => {
  beforeEach(() => setLanguage('en'));

  it('says who is connected, how, and what did not go through', () => {
    const text = words();
    expect(text).toContain('team-asagiri 10.1.4.21:50112 TAK protocol 1 read · send 1 · 2,410 in all 64');
    expect(text).toContain('Sent and not taken in: chat 3');
    expect(text).toContain('312 positions left out for newer ones: it is slow');
    expect(text).toContain('certificate not registered');
  });

  it('says it in Japanese', () => {
    setLanguage('ja');
    expect(words()).toContain('未登録の証明書');
  });
});
