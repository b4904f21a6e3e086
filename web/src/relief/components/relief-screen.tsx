import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReliefBoard } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Tab } from '../../navigation/tab';
import { openScreen } from '../../navigation/route';
import { useOnScreen } from '../../release/model/on-screen';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { getReliefBoard } from '../api/get-relief-board';
import { startRecord } from '../../records/model/start-record';
import { DamagePage } from './damage-page';
import { DifferencesPage } from './differences-page';
import { HxlPage } from './hxl-page';
import { MoveDetail } from './move-detail';
import { MovesPage } from './moves-page';
import { NeedsPage } from './needs-page';
import { NewMove } from './new-move';
import { PlaceDetail } from './place-detail';
import { PlacesPage } from './places-page';
import { ProposalPage } from './proposal-page';

const EVERY = 30_000;

const TABS = ['needs', 'moves', 'places', 'damage', 'differences', 'matching', 'hxl'] as const;

/** The relief board: needs and offers, places, what contradicts, and who could serve what. */
export function ReliefScreen({ subject }: { subject: string | null }) {
  const t = useTranslate();
  const [exercise, setExercise] = useState<boolean | null>(null);
  const state = useQuery({
    queryKey: ['relief', 'board', exercise],
    queryFn: ({ signal }) => getReliefBoard(exercise, signal),
    refetchInterval: EVERY,
  });
  const board = state.data;
  useOnScreen('relief', board ? labelsOf(board) : []);
  const place = subject?.startsWith('place-') ? subject.slice('place-'.length) : null;
  const move = subject?.startsWith('move-') ? subject.slice('move-'.length) : null;
  const tab = TABS.find((one) => one === subject) ?? (place !== null ? 'places' : move !== null ? 'moves' : 'needs');
  const differing = board?.places.filter(({ differences }) => differences.length > 0).length ?? 0;
  return (
    <section className="register" aria-label={t('relief.title')}>
      <header className="register-head">
        <h2>{t('relief.title')}</h2>
        <small>{t('relief.subtitle')}</small>
        <nav className="buttons" aria-label={t('relief.title')}>
          {TABS.filter((one) => one !== 'matching' || may('POST /api/v1/relief/proposals')).map((one) => (
            <Tab
              key={one}
              screen="relief"
              name={t(`relief.tab.${one}`) + (one === 'differences' && differing > 0 ? ` (${differing})` : '')}
              to={one === 'needs' ? null : one}
              on={one === tab}
            />
          ))}
        </nav>
      </header>
      <div className="register-body account">
        {state.isPending && <Loading />}
        {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
        {board && (
          <>
            <div className="buttons relief-head">
              <select
                name="exercise"
                aria-label={t('relief.which')}
                value={String(board.exercise)}
                onChange={({ target }) => setExercise(target.value === 'true')}
              >
                <option value="false">{t('relief.real')}</option>
                <option value="true">{t('relief.exercise')}</option>
              </select>
              {may('POST /api/v1/records') && <NewButtons exercise={board.exercise} />}
            </div>
            {tab === 'needs' && <NeedsPage board={board} />}
            {tab === 'moves' && move === null && <MovesPage board={board} />}
            {move === 'new' && <NewMove board={board} />}
            {move !== null && move !== 'new' && <MoveDetail id={move} />}
            {tab === 'places' && place === null && <PlacesPage board={board} />}
            {place !== null && <PlaceDetail id={place} own={board.own} />}
            {tab === 'damage' && <DamagePage exercise={board.exercise} />}
            {tab === 'differences' && <DifferencesPage board={board} />}
            {tab === 'matching' && <ProposalPage board={board} />}
            {tab === 'hxl' && <HxlPage board={board} />}
          </>
        )}
      </div>
    </section>
  );
}

function labelsOf({ places, needs, offers, assignments, moves }: ReliefBoard): readonly string[] {
  return [...places.flatMap(({ reports }) => reports), ...needs, ...offers, ...assignments, ...moves].map(
    ({ label }) => label,
  );
}

function NewButtons({ exercise }: { exercise: boolean }) {
  const t = useTranslate();
  return (
    <>
      <button
        type="button"
        className="button quiet"
        onClick={() => startRecord('request-for-assistance', {}, exercise)}
      >
        {t('relief.newNeed')}
      </button>
      <button type="button" className="button quiet" onClick={() => startRecord('offer-of-assistance', {}, exercise)}>
        {t('relief.newOffer')}
      </button>
      <button type="button" className="button quiet" onClick={() => startRecord('place-status', {}, exercise)}>
        {t('relief.newPlace')}
      </button>
      <button type="button" className="button quiet" onClick={() => startRecord('damage-report', {}, exercise)}>
        {t('relief.newDamage')}
      </button>
      {may('POST /api/v1/relief/moves') && (
        <button type="button" className="button quiet" onClick={() => openScreen('relief', 'move-new')}>
          {t('moves.new')}
        </button>
      )}
    </>
  );
}
