import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { openRecord, openTrack } from '../../navigation/route';
import { listRecords } from '../../records/api/list-records';
import { formatPosition, type Position } from '../../records/model/position';
import { recordTitle } from '../../records/model/record-text';
import { useOnScreen } from '../../release/model/on-screen';
import { matches, NO_CHOICE } from '../../tracks/model/track-filter';
import { trackName } from '../../tracks/model/track-text';
import { useTracks } from '../../tracks/model/use-tracks';
import { Icon } from '../../ui/icon';
import { useDebounced } from '../../ui/use-debounced';
import { gars } from '../grid/gars';
import { mgrs } from '../grid/mgrs';
import { readPosition } from '../grid/read-position';
import { useMap } from '../map-context';
import { markedPlace } from './marked-place';

const MOST = 8;
const CLOSE = 9;

interface Found {
  readonly key: string;
  readonly what: string;
  readonly title: string;
  readonly note: string;
  readonly label: string | null;
  readonly open: () => void;
}

/** Finds ships, aircraft and records by what they are called, and places by their coordinates; `/` leads here. */
export function PictureSearch() {
  const t = useTranslate();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const [open, setOpen] = useState(false);
  const found = useFound(words);
  const at = Math.min(chosen, found.length - 1);
  useOnScreen(
    'map-search',
    useMemo(() => (open ? found.flatMap(({ label }) => label ?? []) : []), [open, found]),
  );
  const perform = (one: Found | undefined) => {
    if (one) {
      setOpen(false);
      one.open();
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setChosen((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      perform(found[at]);
    } else if (event.key === 'Escape' && (open || words !== '')) {
      event.preventDefault();
      setOpen(false);
      setWords('');
      markedPlace.set(null);
    }
  };
  const listed = open && words.trim().length > 1;
  return (
    <div className="picture-search" role="search" onKeyDown={keys}>
      <Icon name="search" size={15} />
      <input
        id="picture-search"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={listed}
        aria-controls="picture-found"
        aria-activedescendant={listed && found[at] ? `found-${at}` : undefined}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={words}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setWords(event.target.value);
          setChosen(0);
          setOpen(true);
        }}
      />
      <kbd>/</kbd>
      {listed && (
        <ul id="picture-found" role="listbox" aria-label={t('search.found')}>
          {found.map((one, index) => (
            <li
              key={one.key}
              id={`found-${index}`}
              role="option"
              aria-selected={index === at}
              // The click comes before the field loses the focus and the list with it.
              onMouseDown={(event) => {
                event.preventDefault();
                perform(one);
              }}
            >
              <small>{one.what}</small>
              <span>{one.title}</span>
              <small className="mono">{one.note}</small>
            </li>
          ))}
          {found.length === 0 && <li className="empty">{t('search.none')}</li>}
        </ul>
      )}
    </div>
  );
}

function useFound(words: string): readonly Found[] {
  const t = useTranslate();
  const map = useMap();
  const language = useLanguage();
  const { tracks } = useTracks();
  const text = words.trim();
  const asked = useDebounced(text, 200);
  const place = useMemo(() => readPosition(text), [text]);
  const records = useQuery({
    queryKey: ['records', 'map-search', asked],
    queryFn: ({ signal }) => listRecords({ text: asked }, { limit: MOST }, signal),
    enabled: asked.length > 1 && place === null,
  }).data?.records;
  return useMemo(() => {
    if (text.length < 2) {
      return [];
    }
    const goTo = ({ lat, lon }: Position) => {
      markedPlace.set({ lat, lon });
      map.easeTo({ center: [lon, lat], zoom: Math.max(CLOSE, map.getZoom()), duration: 300 });
    };
    const places: Found[] = place
      ? [
          {
            key: 'place',
            what: t(`search.${place.form}`),
            title: formatPosition(place.at),
            note: [mgrs(place.at), gars(place.at)].filter((grid) => grid !== null).join(' · '),
            label: null,
            open: () => goTo(place.at),
          },
        ]
      : [];
    const moving = [...tracks.values()]
      .filter((track) => matches(track, { ...NO_CHOICE, text }))
      .slice(0, MOST)
      .map((track): Found => ({
        key: track.id,
        what: t(`track.${track.domain}`),
        title: trackName(track, t),
        note: [track.callsign, ...track.identities].filter((word) => word !== undefined).join(' '),
        label: track.label,
        open: () => openTrack(track.id),
      }));
    const written = (place === null && asked === text ? (records ?? []) : []).map((record): Found => ({
      key: record.id,
      what: t('search.record'),
      title: recordTitle(record, language, t),
      note: record.origin,
      label: record.banner,
      open: () => openRecord(record.id),
    }));
    return [...places, ...moving, ...written];
  }, [text, asked, place, tracks, records, language, t, map]);
}
