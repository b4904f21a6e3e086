interface Props {
  readonly own: string;
  readonly nations: readonly string[];
  readonly to: readonly string[];
  /** Names of the boxes begin with it. */
  readonly name: string;
  /** Whether all of them have to be told. */
  readonly everybody?: boolean;
  readonly onTo: (to: readonly string[]) => void;
}

/** Which nations are told; the own one always is. */
export function NationChecks({ own, nations, to, name, everybody = false, onTo }: Props) {
  return nations.map((nation) => (
    <label key={nation} className="case-check">
      <input
        type="checkbox"
        name={`${name}-${nation}`}
        checked={to.includes(nation)}
        disabled={everybody || nation === own}
        onChange={({ target }) => onTo(target.checked ? [...to, nation] : to.filter((one) => one !== nation))}
      />
      <span className="mono">{nation}</span>
    </label>
  ));
}
