import { useMemo } from 'react';
import type { SharedRecord } from '../../api/types';
import { duration } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { CLASSIFICATIONS, isClassification } from '../../release/model/label';
import { DOMAINS, type TrackDomain } from '../../tracks/model/track-filter';
import { nationOf } from '../../tracks/model/track-nation';
import { useTracks } from '../../tracks/model/use-tracks';
import { useStore } from '../../ui/store';
import { mapChoice } from '../model/map-choice';
import { AGES, NO_FILTER, wishes, type PictureFilter } from '../model/picture-filter';
import { MapCard } from './map-card';
import { openTool } from './open-tool';

/** What of the picture is shown, of records and tracks alike. Kinds are switched by the row of layers. */
export function FilterCard({ records }: { records: readonly SharedRecord[] }) {
  const t = useTranslate();
  const { filter } = useStore(mapChoice);
  const { tracks } = useTracks();
  const set = (part: Partial<PictureFilter>) =>
    mapChoice.update((now) => ({ ...now, filter: { ...now.filter, ...part } }));
  const { sources, nations } = useMemo(() => {
    const moving = [...tracks.values()];
    return {
      sources: distinct([...records.map(({ origin }) => origin), ...moving.flatMap(({ feeds }) => feeds)]),
      nations: distinct([...records.map(({ party }) => party), ...moving.flatMap((track) => nationOf(track) ?? [])]),
    };
  }, [records, tracks]);
  return (
    <MapCard title={t('filter.title')} onClose={() => openTool.set(null)}>
      <Choice
        name={t('filter.source')}
        value={filter.source}
        options={sources}
        onChange={(source) => set({ source })}
      />
      <Choice
        name={t('filter.nation')}
        value={filter.nation}
        options={nations}
        onChange={(nation) => set({ nation })}
      />
      <p className="hint">{t('filter.nationHint')}</p>
      <Choice
        name={t('track.domain')}
        value={filter.domain}
        options={DOMAINS}
        nameOf={(domain) => t(`track.${domain as TrackDomain}`)}
        onChange={(domain) => set({ domain: DOMAINS.find((one) => one === domain) ?? '' })}
      />
      <Choice
        name={t('filter.age')}
        value={filter.minutes === 0 ? '' : String(filter.minutes)}
        options={AGES.filter((minutes) => minutes > 0).map(String)}
        nameOf={(minutes) => duration(Number(minutes) * 60_000, t)}
        onChange={(minutes) => set({ minutes: Number(minutes) })}
      />
      <Choice
        name={t('filter.upTo')}
        value={filter.upTo}
        options={CLASSIFICATIONS}
        onChange={(upTo) => set({ upTo: isClassification(upTo) ? upTo : '' })}
      />
      <Choice
        name={t('filter.releasableTo')}
        value={filter.releasableTo}
        options={distinct([...nations, filter.releasableTo])}
        onChange={(releasableTo) => set({ releasableTo })}
      />
      <div className="buttons">
        <button
          type="button"
          className="button small quiet"
          disabled={wishes(filter) === 0}
          onClick={() => set(NO_FILTER)}
        >
          {t('filter.clear')}
        </button>
      </div>
    </MapCard>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly nameOf?: (option: string) => string;
  readonly onChange: (value: string) => void;
}

/** What is chosen stays among the options, even when nothing of it is there at the moment. */
function Choice({ name, value, options, nameOf = (option) => option, onChange }: ChoiceProps) {
  const t = useTranslate();
  return (
    <label className="card-row">
      <span>{name}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('filter.all')}</option>
        {distinct([...options, value]).map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** In the order given, unless the order says nothing. */
function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== '');
}
