import type { MeetingProposal } from '../../api/types';
import { useTranslate } from '../../i18n/translate';

/** Who agrees to a proposal, who objects and why, and who has not answered. */
export function Answers({ proposal }: { proposal: MeetingProposal }) {
  const t = useTranslate();
  return (
    <>
      <p className="quiet-text">
        {t(`meetings.standing.${proposal.standing}`)} ·{' '}
        {t('commitments.agreedBy', { list: proposal.agreedBy.join(' ') })}
        {proposal.waitsFor.length > 0 && ` · ${t('commitments.waitsFor', { list: proposal.waitsFor.join(' ') })}`}
      </p>
      {proposal.objectedBy.map(({ party, text }) => (
        <p key={party} className="field-error" data-objection={party}>
          {t('commitments.objects', { party })} {text}
        </p>
      ))}
    </>
  );
}
