/**
 * Turns every color into red of the same brightness: for what has colors of its own, the map with its standard symbols before all.
 * The rest of the screen has its red from the tokens.
 */
export function RedLight() {
  return (
    <svg className="hidden-text" aria-hidden="true" focusable="false">
      <filter id="red-light" colorInterpolationFilters="sRGB">
        <feColorMatrix values="0.55 0.40 0.15 0 0  0.12 0.10 0.03 0 0  0.09 0.07 0.02 0 0  0 0 0 1 0" />
      </filter>
    </svg>
  );
}
