import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment, AttachmentState } from '../../api/types';
import { setLanguage } from '../../i18n/language';
import { AttachmentButton, AttachmentLine } from './attachment-list';

const FILE: Attachment = { name: '<b>.pdf', type: 'application/pdf', size: 1_500_000, sha256: 'a'.repeat(64) };
const STATE: AttachmentState = {
  sha256: FILE.sha256,
  size: FILE.size,
  held: 0,
  state: 'offered',
  source: 'JPN/ichigaya',
  fetchable: true,
  relayed: false,
  reason: null,
};

function button(state: AttachmentState['state'] | null, fetchable = true): string {
  return renderToStaticMarkup(
    createElement(AttachmentButton, {
      attachment: FILE,
      state: state === null ? undefined : { ...STATE, state, fetchable },
      busy: false,
      onFetch: () => undefined,
      onSave: () => undefined,
    }),
  );
}

describe('an attachment on the record', () => {
  beforeEach(() => setLanguage('en'));

  it('says name, size and state', () => {
    const html = renderToStaticMarkup(createElement(AttachmentLine, { attachment: FILE, state: STATE }));
    expect(html).toContain('&lt;b&gt;.pdf');
    expect(html).toContain('1.5 MB');
    expect(html).toContain('offered by JPN');
  });

  it('offers the one thing to do next', () => {
    expect(button('offered')).toContain('Fetch &lt;b&gt;.pdf<');
    expect(button('here')).toContain('Save &lt;b&gt;.pdf');
    expect(button('damaged')).toContain('again');
    expect(button('wanted')).toBe('');
    expect(button(null)).toBe('');
  });

  it('offers nothing where no link can bring it', () => {
    expect(button('offered', false)).toBe('');
    expect(button('damaged', false)).toBe('');
    const line = { attachment: FILE, state: { ...STATE, fetchable: false, reason: 'only on a medium' } };
    expect(renderToStaticMarkup(createElement(AttachmentLine, line))).toContain('>only on a medium<');
  });
});
