import { lazy, Suspense } from 'react';
import { ProveAgain } from '../account/components/prove-again';
import { useTranslate } from '../i18n/translate';
import { useRoute } from '../navigation/route';
import { RecordPanel } from '../records/components/record-panel';
import { proofWanted } from '../session/proof';
import { Loading } from '../ui/failure';
import { TrackPanel } from '../tracks/components/track-panel';
import { useStore } from '../ui/store';
import { AsOfLine } from './as-of-line';
import { ClassificationBanner } from './classification-banner';
import { CommandPalette } from './command-palette';
import { Help } from './help';
import { LiveLine } from './live-line';
import { overlay } from './overlay';
import { PictureScreen } from './picture-screen';
import { Rail } from './rail';
import { RecordsScreen } from './records-screen';
import { nearest } from './screens';
import { TopBar } from './top-bar';
import { useLiveUpdates } from './use-live-updates';
import { useShortcuts } from './use-shortcuts';

const Bodies = lazy(() =>
  import('../bodies/components/bodies-screen').then(({ BodiesScreen }) => ({ default: BodiesScreen })),
);
const GlossaryTerms = lazy(() =>
  import('../glossary/components/glossary-screen').then(({ GlossaryScreen }) => ({ default: GlossaryScreen })),
);
const Compose = lazy(() =>
  import('../records/components/compose-panel').then(({ ComposePanel }) => ({ default: ComposePanel })),
);
const Agreements = lazy(() =>
  import('../agreements/components/agreements-screen').then(({ AgreementsScreen }) => ({ default: AgreementsScreen })),
);
const Audit = lazy(() =>
  import('../audit/components/audit-screen').then(({ AuditScreen }) => ({ default: AuditScreen })),
);
const Backups = lazy(() =>
  import('../backups/components/backups-screen').then(({ BackupsScreen }) => ({ default: BackupsScreen })),
);
const Keys = lazy(() => import('../keys/components/keys-screen').then(({ KeysScreen }) => ({ default: KeysScreen })));
const Operation = lazy(() =>
  import('../operation/components/operation-screen').then(({ OperationScreen }) => ({ default: OperationScreen })),
);
const Cases = lazy(() =>
  import('../cases/components/cases-screen').then(({ CasesScreen }) => ({ default: CasesScreen })),
);
const Meetings = lazy(() =>
  import('../meetings/components/meetings-screen').then(({ MeetingsScreen }) => ({ default: MeetingsScreen })),
);
const MeetingReminders = lazy(() =>
  import('../meetings/components/meeting-reminders').then((module) => ({ default: module.MeetingReminders })),
);
const Commitments = lazy(() =>
  import('../commitments/components/commitments-screen').then(({ CommitmentsScreen }) => ({
    default: CommitmentsScreen,
  })),
);
const CommitmentReminders = lazy(() =>
  import('../commitments/components/commitment-reminders').then((module) => ({ default: module.CommitmentReminders })),
);
const Overview = lazy(() =>
  import('../overview/components/overview-screen').then(({ OverviewScreen }) => ({ default: OverviewScreen })),
);
const Relief = lazy(() =>
  import('../relief/components/relief-screen').then(({ ReliefScreen }) => ({ default: ReliefScreen })),
);
const Search = lazy(() =>
  import('../search/components/search-screen').then(({ SearchScreen }) => ({ default: SearchScreen })),
);
const Acsa = lazy(() => import('../acsa/components/acsa-screen').then(({ AcsaScreen }) => ({ default: AcsaScreen })));
const Watching = lazy(() =>
  import('../watching/components/watching-screen').then(({ WatchingScreen }) => ({ default: WatchingScreen })),
);
const Account = lazy(() =>
  import('../account/components/account-screen').then(({ AccountScreen }) => ({ default: AccountScreen })),
);
const People = lazy(() =>
  import('../people/components/people-screen').then(({ PeopleScreen }) => ({ default: PeopleScreen })),
);
const Reviews = lazy(() =>
  import('../review/components/reviews-screen').then(({ ReviewsScreen }) => ({ default: ReviewsScreen })),
);
const Feeds = lazy(() =>
  import('../feeds/components/feeds-screen').then(({ FeedsScreen }) => ({ default: FeedsScreen })),
);
const Links = lazy(() =>
  import('../links/components/links-screen').then(({ LinksScreen }) => ({ default: LinksScreen })),
);
const Ledgers = lazy(() =>
  import('../ledgers/components/ledgers-screen').then(({ LedgersScreen }) => ({ default: LedgersScreen })),
);

/** The frame: banner, bar, rail, the screen in the middle, what one looks at on the right. */
export function Workspace() {
  const t = useTranslate();
  const shown = useStore(overlay);
  const proven = useStore(proofWanted);
  const { panel } = useRoute();
  useLiveUpdates();
  useShortcuts();
  return (
    <div className="workspace" data-panel={panel.kind}>
      <a className="skip" href="#content" onClick={(event) => skip(event)}>
        {t('frame.skip')}
      </a>
      <ClassificationBanner />
      <TopBar />
      <div className="frame-lines">
        <LiveLine />
        <AsOfLine />
      </div>
      <Rail />
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Screen />
        </Suspense>
      </main>
      {panel.kind !== 'none' && (
        <aside className="panel">
          <Suspense fallback={<Loading />}>
            {panel.kind === 'record' && <RecordPanel key={panel.id} id={panel.id} />}
            {panel.kind === 'track' && <TrackPanel key={panel.id} id={panel.id} />}
            {panel.kind === 'compose' && <Compose key={panel.revises ?? 'new'} revises={panel.revises} />}
          </Suspense>
        </aside>
      )}
      {proven !== null && <ProveAgain onEnd={proven} />}
      {shown === 'palette' && <CommandPalette />}
      {shown === 'help' && <Help />}
    </div>
  );
}

function Screen() {
  const { screen, subject } = useRoute();
  switch (nearest(screen)) {
    case 'people':
      return <People />;
    case 'backups':
      return <Backups />;
    case 'keys':
      return <Keys />;
    case 'cases':
      return (
        <Cases
          subject={subject}
          more={
            <>
              <MeetingReminders />
              <CommitmentReminders />
            </>
          }
        />
      );
    case 'meetings':
      return <Meetings subject={subject} />;
    case 'commitments':
      return <Commitments subject={subject} />;
    case 'overview':
      return <Overview subject={subject} />;
    case 'relief':
      return <Relief subject={subject} />;
    case 'search':
      return <Search subject={subject} />;
    case 'glossary':
      return <GlossaryTerms subject={subject} />;
    case 'bodies':
      return <Bodies subject={subject} />;
    case 'acsa':
      return <Acsa subject={subject} />;
    case 'watching':
      return <Watching />;
    case 'operation':
      return <Operation />;
    case 'account':
      return <Account />;
    case 'picture':
      return <PictureScreen />;
    case 'records':
      return <RecordsScreen />;
    case 'reviews':
      return <Reviews subject={subject} />;
    case 'agreements':
      return <Agreements selected={subject} />;
    case 'audit':
      return <Audit record={subject} />;
    case 'feeds':
      return <Feeds />;
    case 'links':
      return <Links party={subject} />;
    case 'ledgers':
      return <Ledgers party={subject} />;
  }
}

/** The fragment is the route here, so the jump is done by hand. */
function skip(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
