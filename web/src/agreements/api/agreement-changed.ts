import type { Agreement } from '../../api/types';

/** The agreement as it now stands, and for each party how many records that took back or sent. */
export interface AgreementChanged {
  readonly agreement: Agreement;
  readonly recalled: Readonly<Record<string, number>>;
  readonly released: Readonly<Record<string, number>>;
}
