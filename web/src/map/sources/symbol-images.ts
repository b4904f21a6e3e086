import ms from 'milsymbol';

const SIZE = 26;
const RATIO = 2;

const TONES: Readonly<Record<string, string>> = {
  plain: '#8fd3ff',
  normal: '#56f000',
  caution: '#ffb302',
  critical: '#ff6b6b',
};

const GLYPHS: Readonly<Record<string, string>> = {
  report: 'M6 3.5h9l4 4v13H6v-17Zm3 8h7m-7 4h7',
  alert: 'M12 3 22 20.5H2L12 3Zm0 6v6m0 2.6v.1',
  request: 'M4 4h16v16H4V4Zm8 12V8m0 0-4 4m4-4 4 4',
  offer: 'M4 4h16v16H4V4Zm8 4v8m0 0-4-4m4 4 4-4',
  shelter: 'M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-5h4v5',
  road: 'M7 3 4 21M17 3l3 18M12 4v3m0 3.500v3m0 3.500v3',
  place: 'M4 4h16v16H4V4Zm5 5h6v6H9V9Z',
  other: 'M12 3l9 9-9 9-9-9 9-9Zm0 7v4',
};

/** Draws the symbol of that name: a standard one by milsymbol, or one of our own where the standard has none. */
export function drawSymbol(name: string): { image: ImageData; ratio: number } | null {
  const [family, symbol = '', tone = 'plain'] = name.split(':');
  if (family === 'sidc') {
    const canvas = new ms.Symbol(symbol, {
      size: SIZE * 0.62 * RATIO,
      outlineWidth: 3,
      outlineColor: '#0b1420',
    }).asCanvas();
    const context = canvas.getContext('2d');
    return context && { image: context.getImageData(0, 0, canvas.width, canvas.height), ratio: RATIO };
  }
  return family === 'glyph' ? drawGlyph(GLYPHS[symbol] ?? GLYPHS['other'] ?? '', TONES[tone] ?? '#8fd3ff') : null;
}

function drawGlyph(path: string, color: string): { image: ImageData; ratio: number } | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE * RATIO;
  const context = canvas.getContext('2d');
  if (!context) {
    return null;
  }
  context.scale((SIZE * RATIO) / 24, (SIZE * RATIO) / 24);
  const shape = new Path2D(path);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.strokeStyle = '#0b1420';
  context.lineWidth = 5;
  context.stroke(shape);
  context.fillStyle = 'rgba(11, 20, 32, 0.75)';
  context.fill(shape);
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.stroke(shape);
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), ratio: RATIO };
}
