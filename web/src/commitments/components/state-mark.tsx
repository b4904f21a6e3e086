import type { CommitmentSide } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { StatusShape, type Status } from '../../ui/status-shape';

const SHAPES: Readonly<Record<string, Status>> = {
  open: 'standby',
  'on-track': 'normal',
  'at-risk': 'caution',
  met: 'normal',
  superseded: 'off',
  dropped: 'off',
  none: 'serious',
};

/** A state in word and shape; `none` where not all agree even that it was promised. */
export function StateMark({ state }: { state: string | null }) {
  const t = useTranslate();
  const word = state ?? 'none';
  return (
    <span className="commitment-state" data-state={word}>
      <StatusShape status={SHAPES[word] ?? 'standby'} /> {t(`commitments.state.${word}` as TextKey)}
    </span>
  );
}

/** What one side says, and whether all agree to it. */
export function SideMark({ side }: { side: CommitmentSide }) {
  const t = useTranslate();
  return (
    <span className="commitment-side" data-party={side.party} data-agreed={side.agreed}>
      <b className="mono">{side.party}</b>{' '}
      {side.state === null ? t('commitments.saidNothing') : t(`commitments.state.${side.state}` as TextKey)}
      {!side.agreed && side.state !== null && <small> {t('commitments.alone')}</small>}
    </span>
  );
}
