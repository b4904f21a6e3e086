import { useEffect, useMemo, useState } from 'react';
import { isProblem } from '../../api/problem';
import type { SharedRecord } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { closePanel, useRoute } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { ReleasePanel } from '../../release/components/release-panel';
import { useOnScreen } from '../../release/model/on-screen';
import { isLiaison } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { Icon } from '../../ui/icon';
import { heldAt } from '../model/as-of';
import { markOpened } from '../model/new-records';
import { useKinds, useRecord, useRevisions } from '../model/record-queries';
import { kindName, recordTitle, shortId } from '../model/record-text';
import { PrecedenceMark } from './precedence-mark';
import { RecordActions } from './record-actions';
import { RecordBody } from './record-body';
import { RecordFacts } from './record-facts';
import { RecordNotices } from './record-notices';
import { References } from './references';
import { Revisions } from './revisions';

/** The one record somebody looks at: content with its portions, release with its reasons, course, what can be done. */
export function RecordPanel({ id }: { id: string }) {
  const t = useTranslate();
  const record = useRecord(id);
  return (
    <article className="record-panel" aria-label={t('record.panel')}>
      {record.isPending && <Loading />}
      {record.isError && <NotShown error={record.error} retry={() => void record.refetch()} />}
      {record.data && <Loaded key={id} newest={record.data} />}
    </article>
  );
}

function NotShown({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslate();
  return isProblem(error) && error.status === 404 ? (
    <p className="empty">
      {t('record.notFound')} <CloseButton />
    </p>
  ) : (
    <Failure error={error} retry={retry} />
  );
}

function Loaded({ newest }: { newest: SharedRecord }) {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data ?? [];
  const [older, setOlder] = useState<number | null>(null);
  const revisions = useRevisions(newest.id).data;
  const { at } = useRoute();
  const then = at === null ? null : heldAt(revisions ?? [], at);
  const shown = revisions?.find(({ revision }) => revision === older) ?? then ?? newest;
  useEffect(() => markOpened(newest), [newest]);
  useOnScreen(
    'panel',
    useMemo(() => [newest.banner, shown.banner], [newest.banner, shown.banner]),
  );
  return (
    <>
      <header className="panel-head">
        <p className="panel-path">
          <span>{kindName(shown.kind, kinds, language)}</span> · <code title={shown.id}>{shortId(shown.id)}</code> ·{' '}
          {t('record.revision', { n: shown.revision })}
        </p>
        <CloseButton />
        <h2>{recordTitle(shown, language, t)}</h2>
        <p className="chips">
          <LabelChip text={shown.banner} /> <PrecedenceMark precedence={shown.precedence} />
        </p>
      </header>
      <RecordNotices shown={shown} newest={newest} onNewest={() => setOlder(newest.revision)} />
      <RecordBody
        record={shown}
        kinds={kinds}
        current={newest.state === 'current' && shown.revision === newest.revision}
      />
      <RecordFacts record={shown} />
      {newest.state === 'current' && showsRelease(newest) && <ReleasePanel id={newest.id} own={newest.own} />}
      <Revisions id={newest.id} newest={newest.revision} shown={shown.revision} onShow={setOlder} />
      <References ids={shown.references} />
      <RecordActions record={newest} />
    </>
  );
}

/** Whoever sees less than the whole of an own record, and every liaison, is told nothing of decisions. */
function showsRelease(record: SharedRecord): boolean {
  return record.own ? record.releases !== undefined : !isLiaison();
}

function CloseButton() {
  const t = useTranslate();
  return (
    <button type="button" className="button icon-only close" aria-label={t('common.close')} onClick={closePanel}>
      <Icon name="close" />
    </button>
  );
}
