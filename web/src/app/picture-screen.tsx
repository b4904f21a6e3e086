import { lazy, Suspense, useState } from 'react';
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

/** Records or tracks; whoever comes to a track begins with its list. */
function Lists() {
  const t = useTranslate();
  const { panel } = useRoute();
  const [list, setList] = useState<'records' | 'tracks'>(panel.kind === 'track' ? 'tracks' : 'records');
  if (!may('GET /api/v1/tracks')) {
    return <RecordList />;
  }
  return (
    <div className="picture-pane">
      <div className="tabs" role="tablist" aria-label={t('nav.list')}>
        {(['records', 'tracks'] as const).map((one) => (
          <button key={one} type="button" role="tab" aria-selected={list === one} onClick={() => setList(one)}>
            {t(one === 'records' ? 'list.title' : 'track.list')}
          </button>
        ))}
      </div>
      {list === 'records' ? <RecordList /> : <TrackList />}
    </div>
  );
}
