import type { MachineText, Translation } from '../../api/types';
import type { FakeState } from './fake-state';
import type { Speak } from './decide';
import { Refusal } from './refusal';

const SERVICE = { service: 'translate.mod.example', model: 'minna-7b' } as const;

/** A service that turns a text around for those who asked; what it is given is decided by the real node. */
export function answerTranslation(
  state: FakeState,
  method: string,
  steps: readonly string[],
  body: Readonly<Record<string, unknown>>,
  speak: Speak,
): Translation | MachineText | undefined {
  if (steps.join('/') !== 'translation') {
    return undefined;
  }
  if (method === 'GET') {
    return { ...SERVICE, on: true, party: 'JPN', clearance: 'RESTRICTED', until: '2099-03-31', characters: 4000 };
  }
  const record = state.revisions.get(String(body['record']))?.at(-1);
  if (record && !record.banner.startsWith('UNCLASSIFIED')) {
    throw new Refusal(
      422,
      speak === 'ja'
        ? '翻訳サービスには何も渡していません。理由を errors に示します。'
        : 'Nothing was given to the translation service, for every reason in `errors`.',
      [
        {
          at: '/label',
          message:
            speak === 'ja'
              ? `${record.banner} は JPN に許された RESTRICTED を超えます`
              : `${record.banner} is above RESTRICTED, which JPN is cleared for`,
        },
      ],
    );
  }
  const text = body['to'] === 'ja' ? '空港は閉鎖中です。' : 'The airport is closed.';
  return { ...SERVICE, text, to: body['to'] === 'ja' ? 'ja' : 'en', at: new Date().toISOString(), terms: 1 };
}
