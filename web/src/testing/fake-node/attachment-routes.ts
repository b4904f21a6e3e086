import { createHash } from 'node:crypto';
import type { Attachment, AttachmentState } from '../../api/types';
import type { FakeState } from './fake-state';
import { Refusal } from './refusal';

/** Long enough for a person to see that it is on its way. */
const FETCH_MILLIS = 1_200;

/** Two by two pixels: enough to see that a browser shows it. */
const PREVIEW = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAC0lEQVR4XmNgQAYAAA4AAdXbrS0AAAAASUVORK5CYII=',
  'base64',
);

/** Contents of one fake node, and since when others are wanted. */
export class FakeAttachments {
  readonly contents = new Map<string, Buffer>();
  readonly wanted = new Map<string, number>();
  readonly previews = new Set<string>();
}

export function upload(state: FakeState, query: URLSearchParams, content: unknown): Attachment {
  if (!Buffer.isBuffer(content) || content.length === 0) {
    throw new Refusal(422, 'The content is empty.');
  }
  const attachment = {
    name: query.get('name') ?? '',
    type: query.get('type') ?? '',
    size: content.length,
    sha256: keep(state, content),
  };
  if (!attachment.type.startsWith('image/')) {
    return attachment;
  }
  const sha256 = keep(state, PREVIEW);
  state.attachments.previews.add(sha256);
  return { ...attachment, preview: { type: 'image/jpeg', size: PREVIEW.length, sha256 } };
}

function keep(state: FakeState, content: Buffer): string {
  const sha256 = createHash('sha256').update(content).digest('hex');
  state.attachments.contents.set(sha256, content);
  return sha256;
}

export function attachmentState(state: FakeState, sha256: string): AttachmentState {
  const own = state.attachments.contents.get(sha256);
  if (own) {
    const source = nodeName(state);
    return {
      sha256,
      size: own.length,
      held: own.length,
      state: 'here',
      source,
      fetchable: false,
      relayed: false,
      reason: null,
    };
  }
  const origin = [...state.partners.values()].find(({ attachments }) => attachments.contents.has(sha256));
  const content = origin?.attachments.contents.get(sha256);
  if (!origin || !content || !isListed(state, sha256)) {
    throw new Refusal(404, 'No record here lists such a content.');
  }
  const since = origin.attachments.previews.has(sha256) ? 0 : state.attachments.wanted.get(sha256);
  const share = since === undefined ? 0 : Math.min(1, (Date.now() - since) / FETCH_MILLIS);
  return {
    sha256,
    size: content.length,
    held: Math.floor(content.length * share),
    state: since === undefined ? 'offered' : share === 1 ? 'here' : 'wanted',
    source: nodeName(origin),
    fetchable: share < 1,
    relayed: false,
    reason: null,
  };
}

export function fetchAttachment(state: FakeState, sha256: string): AttachmentState {
  attachmentState(state, sha256);
  state.attachments.wanted.set(sha256, Date.now());
  return attachmentState(state, sha256);
}

export function attachmentContent(state: FakeState, sha256: string): Buffer {
  const { state: standing } = attachmentState(state, sha256);
  const holder = [state, ...state.partners.values()].find(({ attachments }) => attachments.contents.has(sha256));
  const content = holder?.attachments.contents.get(sha256);
  if (standing !== 'here' || !content) {
    throw new Refusal(409, 'This content is not here yet: have it fetched.');
  }
  return content;
}

function isListed(state: FakeState, sha256: string): boolean {
  return [...state.revisions.values()].some((revisions) => JSON.stringify(revisions.at(-1)?.body).includes(sha256));
}

function nodeName(state: FakeState): string {
  return `${state.party}/${state.site}`;
}
