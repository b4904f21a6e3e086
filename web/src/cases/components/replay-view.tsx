import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseReplay } from '../../api/types';
import { duration, zulu, zuluFull } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { LabelChip } from '../../release/components/label-chip';
import { useOnScreen } from '../../release/model/on-screen';
import { DocumentButton } from '../../ui/document-button';
import { Failure, Loading } from '../../ui/failure';
import { getCaseReplay, makeAfterActionReport } from '../api/get-case-replay';
import { goneAt, marksOf, placeOf, sideAt, type SideLine } from '../model/replay';

/** As whom and when one looks at a case. */
export interface Told {
  readonly to: string;
  readonly until: string;
}

interface Props {
  readonly id: string;
  readonly onWhole: (told: Told) => void;
}

/** A case as we and a partner knew it at any time, side by side. */
export function ReplayView({ id, onWhole }: Props) {
  const state = useQuery({
    queryKey: ['cases', 'replay', id],
    queryFn: ({ signal }) => getCaseReplay(id, signal),
  });
  useOnScreen('replay', state.data ? [state.data.label] : []);
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Sides replay={state.data} onWhole={onWhole} />}
    </>
  );
}

function Sides({ replay, onWhole }: { replay: CaseReplay; onWhole: Props['onWhole'] }) {
  const t = useTranslate();
  const partners = replay.nations.filter((nation) => nation !== replay.own);
  const [partner, setPartner] = useState(partners[0] ?? replay.own);
  const marks = marksOf(replay, [replay.own, partner]);
  const [time, setTime] = useState<string | null>(null);
  const place = placeOf(marks, time);
  const at = marks[place];
  if (at === undefined) {
    return <p className="quiet-text">{t('replay.nothing')}</p>;
  }
  const ours = sideAt(replay, replay.own, at);
  const theirs = sideAt(replay, partner, at);
  const goTo = (mark: number) => setTime(marks[mark] ?? at);
  return (
    <section aria-label={t('replay.title')} className="case-replay">
      <div className="limit-row">
        <label className="form-row">
          <span className="form-name">{t('replay.partner')}</span>
          <select name="replay-partner" value={partner} onChange={({ target }) => setPartner(target.value)}>
            {partners.map((nation) => (
              <option key={nation}>{nation}</option>
            ))}
          </select>
        </label>
        <DocumentButton make={() => makeAfterActionReport(replay.id)} name="after-action" text="replay.pdf" />
      </div>
      <p className="quiet-text">{t('replay.hint')}</p>
      <div className="case-replay-time">
        <button type="button" className="button quiet" disabled={place === 0} onClick={() => goTo(place - 1)}>
          {t('replay.back')}
        </button>
        <input
          type="range"
          name="replay-time"
          list="replay-marks"
          min={0}
          max={marks.length - 1}
          value={place}
          aria-label={t('replay.time')}
          aria-valuetext={zuluFull(at)}
          onChange={({ target }) => goTo(Number(target.value))}
        />
        <datalist id="replay-marks">
          {marks.map((mark, number) => (
            <option key={mark} value={number} />
          ))}
        </datalist>
        <button
          type="button"
          className="button quiet"
          disabled={place === marks.length - 1}
          onClick={() => goTo(place + 1)}
        >
          {t('replay.forward')}
        </button>
        <output className="mono" data-at={at}>
          {zuluFull(at)} <small>{t('replay.place', { n: place + 1, of: marks.length })}</small>
        </output>
      </div>
      <div className="case-replay-sides">
        <Side
          party={replay.own}
          lines={ours}
          other={theirs}
          gone={goneAt(replay, at)}
          onWhole={() => onWhole({ to: replay.own, until: at })}
        />
        <Side
          party={partner}
          lines={theirs}
          other={ours}
          gone={[]}
          onWhole={() => onWhole({ to: partner, until: at })}
        />
      </div>
      {replay.earlier > 0 && <p className="quiet-text">{t('replay.earlier', { n: replay.earlier })}</p>}
    </section>
  );
}

interface SideProps {
  readonly party: string;
  readonly lines: readonly SideLine[];
  readonly other: readonly SideLine[];
  readonly gone: CaseReplay['gone'];
  readonly onWhole: () => void;
}

function Side({ party, lines, other, gone, onWhole }: SideProps) {
  const t = useTranslate();
  const shared = new Set(other.filter((one) => one.takenBack === null).map(({ line }) => line.record));
  const held = lines.filter((one) => one.takenBack === null);
  return (
    <section data-side-of={party} aria-label={t('replay.knew', { party })}>
      <h4>
        {t('replay.knew', { party })} <b>{held.length}</b>
      </h4>
      {held.length > 0 && (
        <button type="button" className="link" onClick={onWhole}>
          {t('replay.whole', { party })}
        </button>
      )}
      <ol className="case-replay-lines">
        {lines.map((one) => (
          <Line key={one.line.record} one={one} alone={!shared.has(one.line.record)} />
        ))}
        {gone.map((one) => (
          <li key={one.record} data-record={one.record} data-gone="true">
            {t('replay.gone', { party: one.party, time: zulu(one.until) })}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ one, alone }: { one: SideLine; alone: boolean }) {
  const t = useTranslate();
  const { line, takenBack } = one;
  return (
    <li data-record={line.record} data-alone={alone && takenBack === null} data-gone={takenBack !== null}>
      <span className="mono">{zulu(line.said)}</span> <b className="mono">{line.party}</b>{' '}
      {t(`cases.act.${line.act}` as TextKey)} <LabelChip text={line.label} />
      {line.text !== '' && <p className="case-text">{line.text}</p>}
      <small className="quiet-text">
        {t(`replay.evidence.${one.evidence}` as TextKey, {
          time: zulu(one.from),
          delay: duration(one.delaySeconds * 1000, t),
        })}
        {takenBack !== null && ` · ${t('replay.takenBack', { time: zulu(takenBack) })}`}
        {alone && takenBack === null && ` · ${t('replay.alone')}`}
      </small>
    </li>
  );
}
