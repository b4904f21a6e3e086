/** A partner's key as it stands in a path: a slash would divide, so `JPN/kumamoto-jcp` is `JPN~kumamoto-jcp`. */
export function keyInPath(key: string): string {
  return encodeURIComponent(key.replaceAll('/', '~'));
}
