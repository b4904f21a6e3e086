interface Placed {
  readonly code: string;
  readonly level: string;
}

/** Where a matter may go: an escalation to a higher body, a delegation to a lower one, everything else anywhere. */
export function reachable<Body extends Placed>(
  act: string,
  from: string,
  bodies: readonly Body[],
  levels: readonly string[],
): readonly Body[] {
  const here = bodies.find(({ code }) => code === from);
  if (!here || (act !== 'escalate' && act !== 'delegate')) {
    return bodies;
  }
  const height = ({ level }: Placed) => -levels.indexOf(level);
  return bodies.filter((one) => (act === 'escalate' ? height(one) > height(here) : height(one) < height(here)));
}
