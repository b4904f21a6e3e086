import type { LinkState, LinkTraffic } from '../../api/types';
import { duration } from '../../i18n/time';
import type { TextKey, Translate } from '../../i18n/translate';
import { decimal, scaled } from '../../ui/figures';

/** What stands where nothing is known. */
export const UNKNOWN = '—';

const TRANSPORTS: Record<LinkTraffic['transport'], string> = { quic: 'QUIC', 'tls-tcp': 'TLS/TCP' };

/** Lines are rated in bits. The node says 0 where it has measured nothing. */
export function lineRate(traffic: LinkTraffic | null): string {
  return traffic === null || traffic.bytesPerSecond <= 0
    ? UNKNOWN
    : scaled(traffic.bytesPerSecond * 8, ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s']);
}

export function lossShare(traffic: LinkTraffic | null): string {
  return traffic === null || traffic.loss === null ? UNKNOWN : `${decimal(traffic.loss * 100, 2)} %`;
}

export function roundTrip(millis: number | null): string {
  return millis === null ? UNKNOWN : `${decimal(millis, millis < 10 ? 1 : 0)} ms`;
}

export function transportName(traffic: LinkTraffic | null): string {
  return traffic === null ? UNKNOWN : TRANSPORTS[traffic.transport];
}

/** In plain words what the group of the key agreement withstands (FIPS 203: ML-KEM); null when none is named. */
export function keyStrength(keyAgreement: string): TextKey | null {
  if (keyAgreement.trim() === '') {
    return null;
  }
  return /ML-?KEM/i.test(keyAgreement) ? 'links.key.hybrid' : 'links.key.classical';
}

/** How long until everything is confirmed. */
export function drainTime({ waiting, drainSeconds }: LinkState, t: Translate): string {
  if (waiting === 0) {
    return t('links.nothingWaits');
  }
  return drainSeconds === null ? UNKNOWN : t('links.about', { time: duration(drainSeconds * 1000, t) });
}

/** The part of our ledger that the partner has confirmed, 1 when there is nothing to confirm. */
export function confirmedShare({ size, acknowledged }: LinkState['ledger']): number {
  return size === 0 ? 1 : Math.min(1, acknowledged / size);
}

/** A position typed by hand: nothing, a whole number within the ledger, or wrong. */
export function readSince(text: string, size: number): number | 'nothing' | 'wrong' {
  const typed = text.trim();
  if (typed === '') {
    return 'nothing';
  }
  return /^\d+$/.test(typed) && Number(typed) <= size ? Number(typed) : 'wrong';
}
