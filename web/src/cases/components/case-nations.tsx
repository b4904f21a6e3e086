import type { CaseJoining, CasePage, CasePolicy } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { Allowed } from './allowed';

/** Who is in a case: how each nation sees the situation, what its law allows it then, and who shall join. */
export function CaseNations({ whole }: { whole: CasePage }) {
  return (
    <ul className="case-nations">
      {whole.policies.map((policy) => (
        <Nation key={policy.party} policy={policy} closed={whole.closedBy.includes(policy.party)} />
      ))}
      {whole.joining
        .filter(({ state }) => state !== 'joined' && state !== 'withdrawn')
        .map((one) => (
          <Joining key={one.on} joining={one} own={whole.own} />
        ))}
    </ul>
  );
}

function Nation({ policy, closed }: { policy: CasePolicy; closed: boolean }) {
  const t = useTranslate();
  const { party, said, allowed } = policy;
  const phase = t(`cases.phase.${allowed.code}` as TextKey);
  return (
    <li className="case-nation" data-nation={party}>
      <b className="mono">{party}</b> {said ? phase : t('cases.noPhase')}
      {closed && ` · ${t('cases.hasClosed')}`}
      <br />
      <Allowed party={party} phase={allowed} />
    </li>
  );
}

function Joining({ joining, own }: { joining: CaseJoining; own: string }) {
  const t = useTranslate();
  const language = useLanguage();
  const list = (parties: readonly string[]) => parties.join(language === 'ja' ? '、' : ', ');
  const { party, by, state, assented, refused, waitedFor, due } = joining;
  const ours = waitedFor.includes(own);
  return (
    <li className="case-nation" data-joining={party} data-state={state}>
      <b className="mono">{party}</b> {t(`cases.joining.${state}` as TextKey)} · {t('cases.joining.by', { by })} ·{' '}
      {t('cases.joining.wanted', { list: list(assented) })}
      {refused.length > 0 && ` · ${t('cases.joining.refused', { list: list(refused) })}`}
      {waitedFor.length > 0 && (
        <>
          {' · '}
          <b className={ours ? 'case-new' : undefined}>{t('cases.joining.waited', { list: list(waitedFor) })}</b>
        </>
      )}
      {due && <small> {t('cases.answerBy', { time: zulu(due) })}</small>}
      <br />
      <small>{joining.text.slice(0, 140)}</small>
    </li>
  );
}
