import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { useRoute } from '../../navigation/route';
import { Failure, Loading } from '../../ui/failure';
import { useMap } from '../map-context';
import { MapCard } from '../tools/map-card';
import { openTool } from '../tools/open-tool';
import { BrowserNotice } from './browser-notice';
import { OfficeViews } from './office-views';
import { OwnView } from './own-view';
import { SaveForm } from './save-form';
import { keepsViews, useSavedViews, useViewChanges } from './use-saved-views';
import { contentOf, viewTime, type TimeMode } from './view-content';

/** Views with a name, in the person's account: where one looks, which layers, which filter, which time. */
export function ViewsCard() {
  const t = useTranslate();
  const map = useMap();
  const { at } = useRoute();
  const { data, isError, isLoading, error, refetch } = useSavedViews();
  const { save, change, remove, takeOver } = useViewChanges();
  const [removing, setRemoving] = useState<string | null>(null);
  const views = data?.views ?? [];
  const own = views.filter(({ owner }) => owner === undefined);
  const offered = views.filter(({ owner }) => owner !== undefined);
  const content = (mode: TimeMode) => contentOf(map, viewTime(mode, at, Date.now()));
  const failed = [save, change, remove, takeOver].find((one) => one.isError);
  return (
    <MapCard title={t('views.title')} onClose={() => openTool.set(null)}>
      {!keepsViews() && <p className="hint">{t('views.person')}</p>}
      {isLoading && <Loading />}
      {isError && <Failure error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <SaveForm
            own={own}
            full={own.length >= data.most}
            at={at}
            busy={save.isPending || change.isPending}
            onSave={(name, mode, before) => {
              if (before) {
                change.mutate({ view: before, by: { content: content(mode) } });
              } else {
                save.mutate({ name, content: content(mode) });
              }
            }}
          />
          {failed && <Failure error={failed.error} />}
          <BrowserNotice busy={takeOver.isPending} onTakeOver={() => takeOver.mutate(own)} />
          <ul className="card-list views">
            {own.map((view) => (
              <OwnView
                key={view.id}
                view={view}
                removing={removing === view.id}
                busy={change.isPending}
                onChange={(by) => change.mutate({ view, by })}
                onRemove={(sure) => {
                  setRemoving(sure === 'ask' ? view.id : null);
                  if (sure === 'yes') {
                    remove.mutate(view.id);
                  }
                }}
              />
            ))}
          </ul>
          <p className="hint">{own.length === 0 ? t('views.none') : t('views.hint')}</p>
          <OfficeViews
            views={offered}
            taken={own.map(({ name }) => name)}
            onKeep={({ name, content: theirs }) => save.mutate({ name, content: theirs })}
          />
        </>
      )}
    </MapCard>
  );
}
