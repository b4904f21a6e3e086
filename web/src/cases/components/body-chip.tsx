import { openScreen } from '../../navigation/route';
import { may } from '../../session/session';
import { useBodies } from './use-bodies';

/** A body by the name that it has now; by its code where the node does not know it. It leads to how it is reached. */
export function BodyChip({ code }: { code: string }) {
  const { nameOf } = useBodies();
  const name = `@${nameOf(code)}`;
  return may('GET /api/v1/bodies') ? (
    <button
      type="button"
      className="body-chip"
      data-body={code}
      title={code}
      onClick={() => openScreen('bodies', code)}
    >
      {name}
    </button>
  ) : (
    <span className="body-chip" data-body={code} title={code}>
      {name}
    </span>
  );
}
