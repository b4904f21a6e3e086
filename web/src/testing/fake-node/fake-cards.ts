import { createHash } from 'node:crypto';
import type { NodeCard } from '../../api/types';

const ENGLISH =
  'adult anchor apple arrow autumn badge basket bridge candle canyon castle cedar circle cotton desert dolphin'.split(
    ' ',
  );
const JAPANESE =
  'あさひ いるか うさぎ えんぴつ おりがみ かもめ きつね くじら けやき こだま さくら しぐれ すずめ せせらぎ そよかぜ たんぽぽ'.split(
    ' ',
  );

/** A card that looks like one; its words follow from its fingerprint, as those of a real one do. */
export function fakeCard(node: string, key: string): NodeCard {
  const digest = createHash('sha256').update(`${node} ${key}`).digest();
  const words = (list: readonly string[]) => [...digest.subarray(0, 16)].map((byte) => list[byte % 16] ?? '');
  return {
    node,
    fingerprint: digest.toString('hex').replace(/(.{4})(?=.)/g, '$1 '),
    words: { en: words(ENGLISH), ja: words(JAPANESE) },
    text: `FAKE CARD\n${node}\n${key}\n`,
  };
}

/** Undefined for what is no card. */
export function readFakeCard(text: string): NodeCard | undefined {
  const [head, node, key] = text.split('\n');
  return head === 'FAKE CARD' && node && key ? fakeCard(node, key) : undefined;
}
