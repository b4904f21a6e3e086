import type { Attachment, AttachmentState, Portion } from '../../api/types';
import type { Translate } from '../../i18n/translate';
import type { DraftState } from './draft-state';

export const ATTACHMENTS = 'attachments';

const POINTER = /^\/attachments\/(\d+)(\/.*)?$/;
const TYPE = /^[a-z0-9][a-z0-9.+-]{0,63}\/[a-z0-9][a-z0-9.+-]{0,99}$/;

/** What a body lists, place by place; null where the origin left something out or it is nothing we know. */
export function attachmentsOf(value: unknown): (Attachment | null)[] {
  return Array.isArray(value) ? value.map((item: unknown) => (isAttachment(item) ? item : null)) : [];
}

export function isAttachment(value: unknown): value is Attachment {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { name, type, size, sha256 } = value as Record<string, unknown>;
  return (
    typeof name === 'string' &&
    typeof type === 'string' &&
    typeof size === 'number' &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256)
  );
}

/** The browser's word for a file's type, or the word for bytes of no known type. */
export function mediaType(said: string): string {
  const type = (said.split(';')[0] ?? '').trim().toLowerCase();
  return TYPE.test(type) ? type : 'application/octet-stream';
}

export function withAttachment(state: DraftState, attachment: Attachment): DraftState {
  const before = state.rest[ATTACHMENTS];
  return { ...state, rest: { ...state.rest, [ATTACHMENTS]: [...(Array.isArray(before) ? before : []), attachment] } };
}

/** Labels follow the attachments behind the one that goes. */
export function withoutAttachment(state: DraftState, place: number): DraftState {
  const before = state.rest[ATTACHMENTS];
  const left = Array.isArray(before) ? before.filter((_, at) => at !== place) : [];
  const { [ATTACHMENTS]: gone, ...others } = state.rest;
  return {
    ...state,
    portions: state.portions.flatMap((portion) => moved(portion, place)),
    rest: left.length === 0 ? others : { ...others, [ATTACHMENTS]: left },
  };
}

function moved(portion: Portion, gone: number): Portion[] {
  const match = POINTER.exec(portion.at);
  if (!match) {
    return [portion];
  }
  const at = Number(match[1]);
  if (at === gone) {
    return [];
  }
  return [at < gone ? portion : { ...portion, at: `/attachments/${at - 1}${match[2] ?? ''}` }];
}

export function percent(share: number): number {
  return Math.floor(Math.max(0, Math.min(1, share)) * 100);
}

/** How an attachment stands here, in words; why, where the node says it. */
export function stateText(state: AttachmentState, t: Translate): string {
  const reason = state.reason ?? '';
  switch (state.state) {
    case 'here':
      return t('attachment.here');
    case 'offered':
      return reason === ''
        ? t(state.relayed ? 'attachment.offeredRelayed' : 'attachment.offered', {
            party: state.source.split('/')[0] ?? state.source,
          })
        : reason;
    case 'wanted':
      return reason === ''
        ? t(state.relayed ? 'attachment.fetchingRelayed' : 'attachment.fetching', {
            percent: percent(state.held / state.size),
          })
        : t('attachment.waiting', { reason });
    case 'too-large':
      return t('attachment.tooLarge', { reason });
    case 'damaged':
      return t('attachment.damaged', { reason });
  }
}
