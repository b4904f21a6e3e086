import { useEffect, useMemo, useState } from 'react';
import type { Kind, SharedRecord } from '../../api/types';
import { draftPosition } from '../../map/tools/pick-position';
import { useTranslate } from '../../i18n/translate';
import { closePanel } from '../../navigation/route';
import { LabelEditor } from '../../release/components/label-editor';
import { ReleasePreview } from '../../release/components/release-preview';
import { useOnScreen } from '../../release/model/on-screen';
import { Icon } from '../../ui/icon';
import { ATTACHMENTS } from '../model/attachments';
import { readDraft, UNTIL, type DraftState } from '../model/draft-state';
import { keepDraft } from '../model/draft-storage';
import { fieldsOf } from '../model/field-schema';
import { useKindViews } from '../model/kind-view';
import { isPosition } from '../model/position';
import { useSend } from '../model/use-send';
import { AttachmentEditor } from './attachment-editor';
import { ComposeFoot } from './compose-foot';
import { ComposeHead } from './compose-head';
import { FieldEditor } from './field-editor';
import { FieldError } from './field-error';
import { FieldValue } from './field-value';
import { UntilInput } from './until-input';
import { fieldName } from '../../i18n/field-name';

interface Props {
  readonly kinds: readonly Kind[];
  readonly initial: DraftState;
  readonly revises: SharedRecord | null;
  readonly onDiscard: () => void;
}

export function ComposeForm({ kinds, initial, revises, onDiscard }: Props) {
  const t = useTranslate();
  const views = useKindViews();
  const [state, setState] = useState(initial);
  const kind = kinds.find((one) => one.kind === state.kind);
  const specs = useMemo(() => (kind ? fieldsOf(kind) : []), [kind, views]);
  const { draft, problems, missing } = useMemo(
    () => readDraft(state, specs, revises?.revision ?? null),
    [state, specs, revises],
  );
  const send = useSend(revises?.id ?? null);
  const { errors } = send;
  const change = (next: DraftState) => {
    setState(next);
    keepDraft(revises?.id ?? null, next);
  };
  const changeLater = (step: (now: DraftState) => DraftState) => {
    setState((now) => {
      const next = step(now);
      keepDraft(revises?.id ?? null, next);
      return next;
    });
  };

  useOnScreen(
    'compose',
    useMemo(() => [state.label, ...state.portions.map(({ label }) => label)], [state.label, state.portions]),
  );
  const position: unknown = draft.body['position'];
  useEffect(() => {
    draftPosition.set(isPosition(position) ? position : null);
    return () => draftPosition.set(null);
  }, [position]);

  return (
    <form
      className="compose"
      noValidate
      aria-label={revises ? t('form.reviseTitle', { n: revises.revision + 1 }) : t('form.newTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        if (problems.size === 0) {
          send.send(draft);
        }
      }}
    >
      <header className="panel-head">
        <h2>{revises ? t('form.reviseTitle', { n: revises.revision + 1 }) : t('form.newTitle')}</h2>
        <button type="button" className="button icon-only close" aria-label={t('common.close')} onClick={closePanel}>
          <Icon name="close" />
        </button>
        <small>{t('form.draftKept')}</small>
      </header>
      <ComposeHead state={state} kinds={kinds} fixedKind={revises !== null} errors={errors} onChange={change} />
      <LabelEditor text={state.label} title={t('label.title')} onChange={(label) => change({ ...state, label })} />
      <FieldError errors={errors} at="/label" />
      {specs.map((spec) => (
        <FieldEditor
          key={spec.name}
          spec={spec}
          state={state}
          problem={problems.get(spec.name)}
          errors={errors}
          onChange={change}
        />
      ))}
      <AttachmentEditor state={state} errors={errors} onChange={changeLater} />
      {others(state.rest).map(([name, value]) => (
        <div className="form-row" key={name}>
          <span className="form-name">{fieldName(name, t)}</span>
          <FieldValue value={value} />
        </div>
      ))}
      <label className="form-row">
        <span className="form-name">
          {t('form.references')} <small>{t('form.optional')}</small>
        </span>
        <textarea
          rows={1}
          value={state.references}
          onChange={(event) => change({ ...state, references: event.target.value })}
        />
        <FieldError errors={errors} at="/references" />
      </label>
      <UntilInput state={state} problem={problems.get(UNTIL)} errors={errors} onChange={change} />
      <ReleasePreview
        draft={problems.size + missing.length === 0 ? draft : null}
        renderForm={(body) => <PreviewForm body={body} />}
      />
      <ComposeFoot
        state={state}
        errors={errors}
        failure={send.failure}
        busy={send.busy}
        blocked={problems.size > 0}
        onDiscard={onDiscard}
      />
    </form>
  );
}

/** What this form has no field for. */
function others(rest: DraftState['rest']): [string, unknown][] {
  return Object.entries(rest).filter(([name]) => name !== ATTACHMENTS && !(name === 'position' && 'geometry' in rest));
}

/** A body exactly as a party would receive it. */
function PreviewForm({ body }: { body: Readonly<Record<string, unknown>> }) {
  const t = useTranslate();
  return (
    <div className="body-fields">
      {Object.entries(body).map(([name, value]) => (
        <div className="field" key={name} data-field={name}>
          <div className="field-name">{fieldName(name, t)}</div>
          <div className="field-value">
            <FieldValue value={value} />
          </div>
        </div>
      ))}
    </div>
  );
}
