import { lazy, Suspense, useState } from 'react';
import { AlertList } from '../alerts/components/alert-list';
import { useTranslate } from '../i18n/translate';
import { RecordList } from '../records/components/record-list';
import { may } from '../session/session';
import { TrackList } from '../tracks/components/track-list';
import { useRoute } from '../navigation/route';
import { Loading } from '../ui/failure';
import { useMedia } from '../ui/use-media';
import { Icon } from '../ui/icon';

const PictureMap = lazy(() => import('../map/picture-map').then((module) => ({ default: module.PictureMap })));

/** Work on the left, map in the middle; on a phone one of the two at a time. */
export function PictureScreen() {
  const t = useTranslate();
  const narrow = useMedia('(max-width: 760px)');
  const [tab, setTab] = useState<'list' | 'map'>('list');
  const both = !narrow;
  return (
    <div className="picture-screen" data-tab={tab}>
      {narrow && (
        <div className="tabs" role="tablist">
          <button type="button" role="tab" aria-selected={tab === 'list'} onClick={() => setTab('list')}>
            <Icon name="list" size={15} /> {t('nav.list')}
          </button>
          <button type="button" role="tab" aria-selected={tab === 'map'} onClick={() => setTab('map')}>
            <Icon name="picture" size={15} /> {t('nav.map')}
          </button>
        </div>
      )}
      {(both || tab === 'list') && <Lists />}
      {(both || tab === 'map') && (
        <Suspense fallback={<Loading />}>
          <PictureMap />
        </Suspense>
      )}
    </div>
  );
}

const LISTS = { records: RecordList, alerts: AlertList, tracks: TrackList };
const NAMES = { records: 'list.title', alerts: 'alert.list', tracks: 'track.list' } as const;
type ListName = keyof typeof LISTS;

/** Records, alerts or tracks; whoever comes to a track begins with its list. */
function Lists() {
  const t = useTranslate();
  const { panel } = useRoute();
  const [list, setList] = useState<ListName>(panel.kind === 'track' ? 'tracks' : 'records');
  const names: readonly ListName[] = may('GET /api/v1/tracks')
    ? ['records', 'alerts', 'tracks']
    : ['records', 'alerts'];
  const Shown = LISTS[list];
  return (
    <div className="picture-pane">
      <div className="tabs" role="tablist" aria-label={t('nav.list')}>
        {names.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={list === one} onClick={() => setList(one)}>
            {t(NAMES[one])}
          </button>
        ))}
      </div>
      <Shown />
    </div>
  );
}
