import type { LinkState } from '../../api/types';

/** How a good line is carried. */
export const FAST_TRAFFIC: NonNullable<LinkState['traffic']> = {
  transport: 'quic',
  cipher: 'TLS_AES_256_GCM_SHA384',
  keyAgreement: 'X25519MLKEM768',
  urgentLane: true,
  compressed: true,
  bytesPerSecond: 1_240_000,
  loss: 0.002,
};
