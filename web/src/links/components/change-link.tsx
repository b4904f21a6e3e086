import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LinkState } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { noteLink } from '../../node/model/node-query';
import { Failure } from '../../ui/failure';
import { pauseLink } from '../api/pause-link';
import { resumeLink } from '../api/resume-link';

export type LinkChange = 'pause' | 'resume';

const OPERATIONS = { pause: pauseLink, resume: resumeLink } as const;
const EFFECTS: Record<LinkChange, TextKey> = { pause: 'links.pauseEffect', resume: 'links.resumeEffect' };
const SUBMITS: Record<LinkChange, TextKey> = { pause: 'links.doPause', resume: 'links.doResume' };

interface Props {
  readonly link: LinkState;
  readonly change: LinkChange;
  readonly onClose: () => void;
}

/** Says what will happen, to whom and to how much, before it does. */
export function ChangeLink({ link, change, onClose }: Props) {
  const t = useTranslate();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => OPERATIONS[change](link.party),
    onSuccess: (changed) => {
      noteLink(client, changed);
      onClose();
    },
  });
  const title = t(SUBMITS[change], { party: link.party });
  return (
    <form
      className="confirm"
      data-tone="caution"
      aria-label={title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate();
      }}
    >
      <div className="effect" tabIndex={-1} ref={focusFirst}>
        <p>{t(EFFECTS[change], { party: link.party })}</p>
        {link.waiting > 0 && <p>{t('links.waitingNow', { n: link.waiting })}</p>}
      </div>
      {mutation.isError && <Failure error={mutation.error} />}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={mutation.isPending}>
          {title}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}

/** The words come first, not the button: a key held too long changes nothing. */
function focusFirst(element: HTMLElement | null): void {
  element?.focus();
}
