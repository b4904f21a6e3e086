import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaOrder, AcsaStep } from '../../api/types';
import { isProblem } from '../../api/problem';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { Refusals } from '../../ui/refusals';
import { answerOrder } from '../api/answer-order';
import { changedFrom, isComplete, lineFrom, saidFrom, typedFrom, type Typed } from '../model/form';
import type { ChosenFile } from '../model/files';
import { FieldGrid } from './field-grid';
import { LineFields } from './line-fields';
import { OrderFiles } from './order-files';
import { OtherCurrency } from './other-currency';

interface Props {
  readonly order: AcsaOrder;
  readonly step: AcsaStep;
  readonly onSaid: () => void;
}

/**
 * What this nation says next, with all that follows from the order filled in. When something is said of the order
 * meanwhile, what follows is filled in anew and what was typed stays; nothing is said before somebody has looked.
 */
export function StepForm({ order, step, onSaid }: Props) {
  const t = useTranslate();
  const client = useQueryClient();
  const agreed = String(order.offer?.['currency'] ?? '');
  const [changed, setChanged] = useState<Typed>({});
  /** By the number of each line; null for one that was taken out. */
  const [changedLines, setChangedLines] = useState<Readonly<Record<string, Typed | null>>>({});
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [uploading, setUploading] = useState(false);
  const [lookedAt, setLookedAt] = useState(order.hash);
  const offered = typedFrom(step.fields, {}, agreed);
  const typed = { ...offered, ...changed };
  const currency = typed['currency'] || agreed;
  const offeredLines = step.lines.map((line) => typedFrom(step.lineFields, line, agreed));
  const lines = offeredLines.flatMap((line) => {
    const own = changedLines[line['line'] ?? ''];
    return own === null ? [] : [{ ...line, ...own }];
  });
  const setTyped = (next: Typed) => setChanged(changedFrom(offered, next));
  const setLines = (next: readonly Typed[]) =>
    setChangedLines(
      Object.fromEntries(
        offeredLines.map((line) => {
          const now = next.find((one) => one['line'] === line['line']);
          return [line['line'] ?? '', now ? changedFrom(line, now) : null];
        }),
      ),
    );
  const say = useMutation({
    mutationFn: () =>
      answerOrder(
        order.id,
        step.act,
        {
          ...saidFrom(step.fields, typed, currency),
          ...(step.lineFields.length > 0 && {
            lines: lines.map((line) => lineFrom(step.lineFields, line, currency)),
          }),
        },
        files,
      ),
    onSuccess: (now) => {
      client.setQueryData(['acsa', 'order', order.id], now);
      void client.invalidateQueries({ queryKey: ['acsa', 'orders'] });
      onSaid();
    },
  });
  const errors = isProblem(say.error) ? say.error.fieldErrors : [];
  const isNews = lookedAt !== order.hash && !say.isPending;
  const complete =
    isComplete(step.fields, typed) &&
    lines.every((line) => isComplete(step.lineFields, line)) &&
    !say.isPending &&
    !uploading &&
    !isNews;
  return (
    <form
      className="acsa-form"
      data-act={step.act}
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate();
      }}
    >
      <FieldGrid fields={step.fields} typed={typed} errors={errors} onChange={setTyped} />
      {step.act === 'pay' && <OtherCurrency typed={typed} agreed={agreed} onChange={setTyped} />}
      {step.lineFields.length > 0 && (
        <LineFields
          fields={step.lineFields}
          lines={lines}
          errors={errors}
          items={Object.fromEntries(order.lines.map(({ line, item }) => [String(line), item]))}
          issue={(typedLine) => order.lines.find(({ line }) => String(line) === typedLine['line'])}
          onChange={setLines}
        />
      )}
      <OrderFiles files={files} onChange={setFiles} onBusy={setUploading} />
      <Refusals error={say.error} />
      {isNews && (
        <p className="notice" data-tone="caution" role="status">
          {t('acsa.changedMeanwhile')}{' '}
          <button type="button" className="button small" onClick={() => setLookedAt(order.hash)}>
            {t('acsa.lookedAt')}
          </button>
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="button" disabled={!complete}>
          {t('acsa.say', { act: t(`acsa.act.${step.act}` as TextKey) })}
        </button>
      </div>
    </form>
  );
}
