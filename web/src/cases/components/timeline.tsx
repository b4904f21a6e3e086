import type { ReactNode } from 'react';
import type { CasePage, CaseStatement, CaseStep } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { enclosuresOf, threadsOf } from '../model/threads';
import { Said } from './said';

interface Props {
  readonly whole: CasePage;
  /** Those that this person had not seen. */
  readonly fresh: ReadonlySet<string>;
  readonly stepsOn: (record: string) => readonly CaseStep[];
  readonly onStep: (step: CaseStep) => void;
  /** Begins a reply to a statement; undefined for who says nothing here. */
  readonly onReply: ((record: string) => void) | undefined;
  /** The form of a reply, where one was begun. */
  readonly renderReply: (record: string) => ReactNode;
  /** Asks for more of what was said before. */
  readonly onEarlier: (() => void) | undefined;
}

/** What is answered where it stands; answers to requests and consultations have a part of the page of their own. */
const IN_PLACE: readonly string[] = ['status', 'result', 'withdraw'];

/** What all sides said, in the order in which it counts: ours on the left, the others' on the right, replies below. */
export function Timeline({ whole, fresh, stepsOn, onStep, onReply, renderReply, onEarlier }: Props) {
  const t = useTranslate();
  const refs = new Map([...whole.statements, ...whole.waiting].map((one) => [one.record, `${one.party}-${one.ref}`]));
  const said = (one: CaseStatement, waits: boolean) => (
    <Said
      said={one}
      waits={waits}
      fresh={fresh.has(one.record)}
      refs={refs}
      enclosures={enclosuresOf(whole.statements, one.record)}
      steps={stepsOn(one.record).filter(({ act }) => one.act === 'invite' || IN_PLACE.includes(act))}
      onStep={onStep}
      onReply={onReply && one.fits && !waits && one.act !== 'enclose' ? () => onReply(one.record) : undefined}
    />
  );
  return (
    <section>
      <h4>{t('cases.timeline')}</h4>
      {whole.earlier > 0 && (
        <p>
          {t('cases.earlier', { n: whole.earlier })}{' '}
          {onEarlier && (
            <button type="button" className="link" onClick={onEarlier}>
              {t('cases.showEarlier')}
            </button>
          )}
        </p>
      )}
      <div className="case-sides">
        <b>{t('cases.ours', { party: whole.own })}</b>
        <b>{t('cases.theirs')}</b>
        {threadsOf(whole.statements).map(({ root, replies }) => (
          <div key={root.record} className="case-thread" data-side={root.own ? 'left' : 'right'}>
            {said(root, false)}
            {renderReply(root.record)}
            {replies.map((one) => (
              <div key={one.record} className="case-reply">
                {said(one, false)}
                {renderReply(one.record)}
              </div>
            ))}
          </div>
        ))}
        {whole.waiting.map((one) => (
          <div key={one.record} className="case-thread" data-side={one.own ? 'left' : 'right'}>
            {said(one, true)}
          </div>
        ))}
      </div>
    </section>
  );
}
