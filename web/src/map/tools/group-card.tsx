import { useTranslate } from '../../i18n/translate';
import { openRecord, openTrack } from '../../navigation/route';
import { createStore, useStore } from '../../ui/store';
import { MapCard } from './map-card';

export interface GroupMember {
  readonly id: string;
  readonly title: string;
  readonly source: 'tracks' | 'records';
}

/** What stands at one place and cannot be told apart by zooming in. */
export const openGroup = createStore<readonly GroupMember[]>([]);

export function GroupCard() {
  const t = useTranslate();
  const members = useStore(openGroup);
  return members.length === 0 ? null : (
    <MapCard title={t('map.group', { n: members.length })} onClose={() => openGroup.set([])}>
      <ul className="card-list">
        {members.map(({ id, title, source }, n) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              autoFocus={n === 0}
              onClick={() => (source === 'tracks' ? openTrack : openRecord)(id)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </MapCard>
  );
}
