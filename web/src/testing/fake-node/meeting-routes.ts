import type { MeetingRow } from '../../api/types';
import type { Speak } from './decide';
import { AT, FORM, page, PROMISE, rows, say, TO } from './fake-meetings';
import { Refusal } from './refusal';

/** What the meetings desk asks for; undefined for everything else. */
export function answerMeetings(
  method: string,
  path: readonly string[],
  body: Readonly<Record<string, unknown>>,
  speak: Speak,
): unknown {
  if (path[0] !== 'meetings') {
    return undefined;
  }
  const [, which = '', verb = ''] = path;
  const found = rows().find((one) => one.id === which);
  switch (`${method} ${found ? 'x' : which}${verb && `/${verb}`}`) {
    case 'GET ':
      return { own: 'JPN', now: AT, meetings: rows() };
    case 'GET options':
      return {
        own: 'JPN',
        nations: [{ code: 'USA', name: { en: 'United States', ja: 'アメリカ合衆国' } }],
        bodies: [
          { code: 'bocc', name: { en: 'Bilateral Operations Coordination Center', ja: '共同運用調整所' }, parties: TO },
        ],
        meetings: rows().map(({ id: one, title }) => ({ id: one, title })),
        commitments: [
          { id: PROMISE, title: { en: 'Co-sustainment of transport aircraft', ja: '輸送機の共同維持整備' } },
        ],
        fields: FORM,
      };
    case 'GET x':
      return page(found as MeetingRow);
    case 'POST ':
      return page(rows()[0] as MeetingRow);
    case 'POST x/statements': {
      const fields = body['fields'] as Record<string, unknown>;
      if (body['act'] === 'held') {
        throw new Refusal(422, speak === 'ja' ? '受け付けられません。' : 'This was refused.', [
          {
            at: '/act',
            message:
              speak === 'ja'
                ? '開催済みとできるのは、日時に全参加国が合意し、開始時刻を過ぎた会合だけです'
                : 'only a meeting whose time all agreed to, and that has begun, was held',
          },
        ]);
      }
      say({ act: String(body['act']), fields, to: body['to'] as string[], label: String(body['label']) });
      return page(rows().find((one) => one.id === which) as MeetingRow);
    }
    default:
      throw new Refusal(
        404,
        speak === 'ja' ? 'その ID の会合はここにありません。' : 'No meeting of that id is held here.',
      );
  }
}
