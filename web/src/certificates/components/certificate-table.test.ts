import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ClientCertificate } from '../../api/types';
import { setLanguage } from '../../i18n/language';
import { CertificateForm } from './certificate-form';
import { CertificateTable } from './certificate-table';
import { ProblemError } from '../../api/problem';

const FEED: ClientCertificate = {
  id: '7d0b7a52-58a9-4e8f-9f6e-0d0a5b0c0001',
  account: 'jma-feed',
  name: 'the weather feed',
  sha256: 'AB:CD',
  subject: 'CN=feed-1,O=JMA',
  scopes: ['feed', 'read'],
  notAfter: '2027-11-21T00:00:00Z',
  created: '2026-11-21T00:00:00Z',
  createdBy: 'chief',
  expires: '2027-02-21T00:00:00Z',
  used: '2026-11-21T10:00:00Z',
  revoked: null,
  holds: true,
};

const shown = (...certificates: ClientCertificate[]) =>
  renderToStaticMarkup(createElement(CertificateTable, { certificates, onRevoke: () => undefined }));

describe('the table of client certificates', () => {
  beforeEach(() => setLanguage('en'));

  it('says as whom a machine comes in, what for, until when, when it last did, and who let it', () => {
    const text = shown(FEED);
    for (const part of ['jma-feed', 'Bring records in · Read', '2027', '2026', 'AB:CD', 'chief', 'Revoke']) {
      expect(text).toContain(part);
    }
  });

  it('offers nothing more for what was revoked, and says what was never used or has ended', () => {
    const revoked = shown({ ...FEED, revoked: '2026-12-01T00:00:00Z', holds: false });
    expect(revoked).toContain('revoked on');
    expect(revoked).not.toContain('<button');
    expect(shown({ ...FEED, used: null })).toContain('never');
    expect(shown({ ...FEED, holds: false })).toContain('no longer counts');
  });

  it('speaks Japanese', () => {
    setLanguage('ja');
    expect(shown(FEED)).toContain('まで有効');
    expect(shown({ ...FEED, revoked: '2026-12-01T00:00:00Z', holds: false })).toContain('に失効');
  });
});

describe('the form for a client certificate', () => {
  it('shows everything that is wrong with one', () => {
    const error = new ProblemError({
      type: 'urn:renkei:problem:unprocessable',
      title: 'Refused',
      status: 422,
      detail: 'Nothing was stored.',
      instance: '/',
      errors: [
        { at: '/certificate', message: 'its key is too weak' },
        { at: '/certificate', message: 'it has expired' },
      ],
    });
    const text = renderToStaticMarkup(
      createElement(CertificateForm, {
        accounts: [],
        error,
        busy: false,
        onSubmit: () => undefined,
        onCancel: () => undefined,
      }),
    );
    expect(text).toContain('too weak');
    expect(text).toContain('has expired');
  });
});
