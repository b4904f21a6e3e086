import { useBodies } from './use-bodies';

/** A body by the name that it has now; by its code where the node does not know it. */
export function BodyChip({ code }: { code: string }) {
  const { nameOf } = useBodies();
  return (
    <span className="body-chip" data-body={code} title={code}>
      @{nameOf(code)}
    </span>
  );
}
