import type { LinkTraffic } from '../../api/types';

const FAST: LinkTraffic = {
  transport: 'quic',
  cipher: 'TLS_AES_256_GCM_SHA384',
  keyAgreement: 'X25519MLKEM768',
  urgentLane: true,
  compressed: true,
  bytesPerSecond: 1_240_000,
  loss: 0.002,
};

const OLD: LinkTraffic = {
  transport: 'tls-tcp',
  cipher: 'TLS_CHACHA20_POLY1305_SHA256',
  keyAgreement: 'x25519',
  urgentLane: false,
  compressed: false,
  bytesPerSecond: 7_250,
  loss: null,
};

/** How a link is carried: most lines are good, one is a slow one through a firewall that passes no QUIC. */
export function trafficTo(party: string): LinkTraffic {
  return party === 'AUS' ? OLD : FAST;
}
