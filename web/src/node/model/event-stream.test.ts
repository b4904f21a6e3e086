import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventStreamParser } from './event-stream';

const TEXT =
  ': hello\n\nevent: record\ndata: {"id":"1"}\n\ndata: a\r\ndata: b\r\n\r\nevent:link\ndata:{}\n\n: beat\n\nevent: half\ndata: lost';

const EVENTS = [
  { event: 'record', data: '{"id":"1"}' },
  { event: 'message', data: 'a\nb' },
  { event: 'link', data: '{}' },
];

describe('the event stream', () => {
  it('yields the same events however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(TEXT.length), { maxLength: 20 }), (cuts) => {
        const parser = new EventStreamParser();
        const ends = [...new Set([...cuts, TEXT.length])].sort((a, b) => a - b);
        let from = 0;
        const events = ends.flatMap((end) => {
          const chunk = TEXT.slice(from, end);
          from = end;
          return parser.push(chunk);
        });
        expect(events).toEqual(EVENTS);
      }),
    );
  });
});
