import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../../api/problem';
import type { Watching, WatchedArea, WatchPlan } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { LabelEditor } from '../../release/components/label-editor';
import { Failure } from '../../ui/failure';
import { changeWatching } from '../api/change-watching';
import { RULE_NAMES, type RuleName } from '../model/limits';
import { AreaEditor } from './area-editor';
import { LimitFields } from './limit-fields';

interface Props {
  readonly plan: WatchPlan;
  readonly version: number;
  readonly onChanged: (now: Watching) => void;
  readonly onCancel: () => void;
}

/** An area keeps its place on the screen while it is typed; null while it is none yet. */
interface Keyed {
  readonly key: number;
  readonly before: WatchedArea | null;
  readonly area: WatchedArea | null;
}

let keys = 0;
const keyed = (area: WatchedArea | null): Keyed => ({ key: (keys += 1), before: area, area });

/** Another plan in place of the one in force. */
export function PlanEditor({ plan, version, onChanged, onCancel }: Props) {
  const t = useTranslate();
  const [draft, setDraft] = useState(plan);
  const [replaces] = useState(version);
  const [areas, setAreas] = useState<readonly Keyed[]>(() => plan.areas.map((area) => keyed(area)));
  const save = useMutation({
    mutationFn: () =>
      changeWatching({ ...draft, areas: areas.flatMap(({ area }) => (area === null ? [] : [area])) }, replaces),
    onSuccess: onChanged,
  });
  const sound = areas.every(({ area }) => area !== null);
  const mistakes = isProblem(save.error) ? save.error.fieldErrors : [];
  const change = (rule: RuleName, name: string, value: number) =>
    setDraft({ ...draft, limits: { ...draft.limits, [rule]: { ...draft.limits[rule], [name]: value } } });
  return (
    <form
      className="compose watch-editor"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h3>{t('watching.plan')}</h3>
      <label className="form-row check">
        <input
          type="checkbox"
          name="on"
          checked={draft.on}
          onChange={({ target }) => setDraft({ ...draft, on: target.checked })}
        />
        <span>{t('watching.switch')}</span>
      </label>
      <LabelEditor text={draft.label} title={t('watching.label')} onChange={(label) => setDraft({ ...draft, label })} />
      {RULE_NAMES.map((rule) => (
        <LimitFields
          key={rule}
          rule={rule}
          limits={draft.limits[rule] ?? {}}
          mistake={mistakes.find(({ at }) => at === `/limits/${rule}`)?.message}
          onChange={(name, value) => change(rule, name, value)}
        />
      ))}
      <h3>{t('watching.areas')}</h3>
      {areas.map(({ key, before }, index) => (
        <AreaEditor
          key={key}
          area={before}
          mistake={mistakes.find(({ at }) => at.startsWith(`/areas/${index}`))?.message}
          onChange={(area) => setAreas((all) => all.map((one) => (one.key === key ? { ...one, area } : one)))}
          onRemove={() => setAreas(areas.filter((one) => one.key !== key))}
        />
      ))}
      <div className="buttons">
        <button type="button" className="button small" onClick={() => setAreas([...areas, keyed(null)])}>
          {t('watching.addArea')}
        </button>
      </div>
      {save.error && <Failure error={save.error} />}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={!sound || save.isPending}>
          {t('watching.save')}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {t('common.cancel')}
        </button>
        <small>{t(sound ? 'watching.anew' : 'watching.incomplete')}</small>
      </div>
    </form>
  );
}
