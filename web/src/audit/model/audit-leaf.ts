import { bytes } from '../../ledgers/model/inclusion-proof';

/** What an audit entry says, as its leaf seals it. `details` is the JSON text as it was written. */
export interface Sealed {
  readonly position: number;
  readonly time: string;
  readonly actor: string;
  readonly event: string;
  readonly record?: string | null;
  readonly party?: string | null;
  readonly details: string;
}

/**
 * The leaf hash of an entry: SHA-256(0x00 || CBOR map {a, d, e, n, p, r, t}) with keys in the order of RFC 8949 §4.2.1.
 * Details stand in it as their SHA-256.
 */
export async function leafOf(entry: Sealed): Promise<string> {
  const fields: [string, Uint8Array][] = [
    ['a', text(entry.actor)],
    ['d', byteString(await sha256(new TextEncoder().encode(entry.details)))],
    ['e', text(entry.event)],
    ['n', head(0, BigInt(entry.position))],
  ];
  if (entry.party) fields.push(['p', text(entry.party)]);
  if (entry.record) fields.push(['r', byteString(bytes(entry.record.replaceAll('-', '')))]);
  fields.push(['t', head(0, micros(entry.time))]);
  const map = [head(5, BigInt(fields.length)), ...fields.flatMap(([key, value]) => [text(key), value])];
  const hash = await sha256(joined([Uint8Array.of(0), ...map]));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Microseconds since 1970 of `2026-11-21T09:30:00.123456Z`; a `Date` knows only milliseconds. */
export function micros(instant: string): bigint {
  const [, whole = '', fraction = ''] = /^(.*?)(?:\.(\d{1,6}))?Z$/.exec(instant) ?? [];
  return BigInt(Date.parse(`${whole}Z`)) * 1000n + BigInt(fraction.padEnd(6, '0'));
}

function text(value: string): Uint8Array {
  const encoded = new TextEncoder().encode(value);
  return joined([head(3, BigInt(encoded.length)), encoded]);
}

function byteString(value: Uint8Array): Uint8Array {
  return joined([head(2, BigInt(value.length)), value]);
}

/** Major type and argument, the argument in its shortest form. */
function head(major: number, value: bigint): Uint8Array {
  const type = major << 5;
  if (value < 24n) return Uint8Array.of(type | Number(value));
  const [info, length] =
    value < 0x100n ? [24, 1] : value < 0x1_0000n ? [25, 2] : value < 0x1_0000_0000n ? [26, 4] : [27, 8];
  const out = new Uint8Array(1 + length);
  out[0] = type | info;
  for (let place = 0; place < length; place += 1) {
    out[length - place] = Number((value >> BigInt(8 * place)) & 0xffn);
  }
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

async function sha256(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', data));
}
