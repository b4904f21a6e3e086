import { openScreen, type Screen } from './route';

interface Props {
  readonly screen: Screen;
  readonly name: string;
  /** What of the screen it opens; null for its first page. */
  readonly to: string | null;
  readonly on: boolean;
}

/** One page of a screen among its others. */
export function Tab({ screen, name, to, on }: Props) {
  return (
    <button
      type="button"
      className={on ? 'button' : 'button quiet'}
      aria-current={on ? 'page' : undefined}
      onClick={() => openScreen(screen, to)}
    >
      {name}
    </button>
  );
}
