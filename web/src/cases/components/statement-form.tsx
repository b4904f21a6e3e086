import { useQueryClient } from '@tanstack/react-query';
import { Fragment, useEffect, useState } from 'react';
import type { CasePage, CaseStep } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { prefill, type Prefill } from '../../navigation/prefill';
import { CLASSIFICATIONS, parseLabel } from '../../release/model/label';
import { SayForm } from '../../statements/components/say-form';
import { sayInCase } from '../api/say-in-case';
import { filesFor, type ChosenFile } from '../model/files';
import { reachable } from '../model/levels';
import { mentioning } from '../model/mentions';
import { CaseFieldInput } from './case-field';
import { StatementFiles } from './statement-files';
import { TextTemplate } from './text-template';
import { useBodies } from './use-bodies';

interface Props {
  readonly whole: CasePage;
  readonly step: CaseStep;
  readonly onEnd: () => void;
}

/** What this nation says next, to whom it chooses. */
export function StatementForm({ whole, step, onEnd }: Props) {
  const t = useTranslate();
  const client = useQueryClient();
  const { bodies, levels } = useBodies();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [uploading, setUploading] = useState(false);
  const answered = whole.statements.find((one) => one.record === step.on);
  useEffect(() => () => prefill.set(null), []);
  return (
    <SayForm
      own={whole.own}
      step={step}
      typed={filledFor(step)}
      to={firstTo(whole, step)}
      classification={firstClassification(answered?.label ?? whole.statements[0]?.label ?? '', step)}
      purposes={whole.purposes}
      exercise={whole.exercise}
      head={
        <>
          <h4>
            {t(`cases.act.${step.act}` as TextKey)}
            {answered && (
              <small className="quiet-text">
                {' '}
                {t('cases.answers', {
                  what: `${answered.party} ${t(`cases.act.${answered.act}` as TextKey)}`,
                  text: String(answered.fields['text'] ?? '').slice(0, 80),
                })}
              </small>
            )}
          </h4>
          {step.act === 'agree' && <p className="notice">{t('cases.agreeHint')}</p>}
          {step.act === 'invite' && <p className="notice">{t('cases.inviteHint')}</p>}
          {step.act === 'admit' && <p className="notice">{t('cases.admitHint')}</p>}
        </>
      }
      renderField={({ field, typed, to, ...slot }) => (
        <Fragment key={field.name}>
          {field.name === 'text' && <TextTemplate act={step.act} text={slot.value} onChange={slot.onChange} />}
          <CaseFieldInput
            field={field}
            body={typed['body'] || whole.body}
            reachable={reachable(step.act, typed['from'] || whole.body, bodies, levels)}
            nations={to}
            {...slot}
          />
        </Fragment>
      )}
      extra={(to, classification) => (
        <StatementFiles
          own={whole.own}
          to={to}
          classification={classification}
          setting={whole}
          files={files}
          onChange={setFiles}
          onBusy={setUploading}
        />
      )}
      blocked={uploading}
      send={(saying) => sayInCase(whole.id, step.act, mentioning(saying, bodies), filesFor(files, saying.to, whole))}
      onSaid={(now) => {
        client.setQueryData(['cases', 'case', whole.id], now);
        void client.invalidateQueries({ queryKey: ['cases', 'list'] });
        void client.invalidateQueries({ queryKey: ['cases', 'inbox'] });
      }}
      onEnd={onEnd}
    />
  );
}

/** What another desk has filled in. */
function handed(step: CaseStep): Prefill | null {
  const filled = prefill.get();
  return filled?.act === step.act ? filled : null;
}

const filledFor = (step: CaseStep) => handed(step)?.fields ?? {};

/** As high as what is answered, and as what was filled in. */
function firstClassification(text: string, step: CaseStep): string {
  const classifications = [parseLabel(text)?.classification, handed(step)?.classification].map((one) =>
    CLASSIFICATIONS.findIndex((known) => known === one),
  );
  return CLASSIFICATIONS[Math.max(0, ...classifications)] ?? 'UNCLASSIFIED';
}

/** A decision and a task are kept at home unless somebody shares them; everything else goes to all who may be told. */
function firstTo(whole: CasePage, step: CaseStep): readonly string[] {
  const filled = handed(step)?.to;
  if (filled) {
    return filled.filter((party) => step.to.includes(party));
  }
  const athome = step.act === 'task' || step.act === 'decision' || step.act === 'handover';
  return athome ? [whole.own] : step.to;
}
