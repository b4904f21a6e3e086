import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Feed } from '../../api/types';
import { setLanguage } from '../../i18n/language';
import { FEEDS } from '../../testing/fake-node/feed-routes';
import { FeedTable } from './feed-table';
import { LastLines } from './refused-lines';

/** What a reader gets, without the marks between. */
function words(...feeds: readonly Feed[]): string {
  return [
    renderToStaticMarkup(createElement(FeedTable, { feeds, busy: false, onTurn: () => undefined })),
    ...feeds.map((feed) => renderToStaticMarkup(createElement(LastLines, { feed }))),
  ]
    .join(' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const [running, waiting] = FEEDS as [Feed, Feed];

describe('the table of feeds', () => {
  beforeEach(() => setLanguage('en'));

  it('says how a feed stands, and why lines were refused', () => {
    const text = words(running);
    expect(text).toContain('bay-ais AIS · tcp://10.0.0.2:4001');
    expect(text).toContain('runs 81 1.2 s');
    expect(text).toContain('5 lines refused: wrong checksum 4 · shorter than its type 1');
    expect(text).toContain('!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B');
  });

  it('says what is wrong with one that waits, and no lag of before', () => {
    const text = words(waiting);
    expect(text).toContain('tries again');
    expect(text).toContain('nobody answers there · tcp://10.0.0.9:30003');
    expect(text).not.toContain('9.0 s');
  });

  it('keeps lines from those who are not cleared, and says so', () => {
    const text = words({ ...running, examples: null });
    expect(text).toContain('wrong checksum 4');
    expect(text).toContain('not cleared');
    expect(text).not.toContain('!AIVDM');
  });

  it('says all of it in Japanese', () => {
    setLanguage('ja');
    const text = words(running, waiting);
    expect(text).toContain('動作中');
    expect(text).toContain('拒否 5 行: チェックサム不一致 4 · ビット数の不足 1');
    expect(text).toContain('接続先の応答なし');
  });
});
