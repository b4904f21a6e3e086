import type { Scale } from './scale';

export interface LegendEntry {
  readonly image: { readonly image: ImageData; readonly ratio: number } | null;
  readonly text: string;
}

export interface Sheet {
  readonly map: HTMLCanvasElement;
  readonly banner: string;
  readonly classification: string;
  readonly title: string;
  readonly time: string;
  readonly live: boolean;
  readonly center: string;
  readonly legend: readonly LegendEntry[];
  readonly scale: Scale;
  readonly source: string;
}

const MARKS: Readonly<Record<string, readonly [mark: string, on: string]>> = {
  UNCLASSIFIED: ['#007a33', '#ffffff'],
  RESTRICTED: ['#502b85', '#ffffff'],
  CONFIDENTIAL: ['#0033a0', '#ffffff'],
  SECRET: ['#c8102e', '#ffffff'],
  'TOP SECRET': ['#ff8c00', '#000000'],
};
const BAR = 30;
const HEAD = 34;
const ROW = 26;
const COLUMN = 230;
const MARGIN = 14;
const FONT = '"Noto Sans JP Variable", sans-serif';

/** The map as one picture, marked above and below, with what is needed to read it apart from the screen. */
export function drawSheet(sheet: Sheet): HTMLCanvasElement {
  const ratio = sheet.map.width / Math.max(1, sheet.map.clientWidth);
  const width = sheet.map.width / ratio;
  const height = sheet.map.height / ratio;
  const columns = Math.max(1, Math.floor((width - MARGIN) / COLUMN));
  const rows = Math.ceil(sheet.legend.length / columns);
  const foot = HEAD + rows * ROW + MARGIN;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round((BAR * 2 + HEAD + height + foot) * ratio);
  const context = canvas.getContext('2d');
  if (!context) {
    return canvas;
  }
  context.scale(ratio, ratio);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, canvas.height / ratio);
  context.textBaseline = 'middle';
  drawBar(context, sheet, width, 0);
  context.fillStyle = '#17202a';
  context.font = `600 15px ${FONT}`;
  context.fillText(sheet.title, MARGIN, BAR + HEAD / 2);
  context.textAlign = 'right';
  context.fillStyle = sheet.live ? '#17202a' : '#b60d27';
  context.fillText(sheet.time, width - MARGIN, BAR + HEAD / 2);
  context.textAlign = 'left';
  context.drawImage(sheet.map, 0, BAR + HEAD, width, height);
  const below = BAR + HEAD + height;
  drawScale(context, sheet.scale, below + HEAD / 2);
  context.fillStyle = '#44515e';
  context.font = `12px ${FONT}`;
  context.textAlign = 'right';
  context.fillText(`${sheet.center} · ${sheet.source}`, width - MARGIN, below + HEAD / 2);
  context.textAlign = 'left';
  sheet.legend.forEach((entry, n) => {
    drawEntry(context, entry, MARGIN + (n % columns) * COLUMN, below + HEAD + Math.floor(n / columns) * ROW + ROW / 2);
  });
  drawBar(context, sheet, width, canvas.height / ratio - BAR);
  return canvas;
}

function drawBar(context: CanvasRenderingContext2D, { banner, classification }: Sheet, width: number, y: number): void {
  const [mark, on] = MARKS[classification] ?? ['#ff8c00', '#000000'];
  context.fillStyle = mark;
  context.fillRect(0, y, width, BAR);
  context.fillStyle = on;
  context.font = `700 15px ${FONT}`;
  context.textAlign = 'center';
  context.fillText(banner, width / 2, y + BAR / 2, width - 2 * MARGIN);
  context.textAlign = 'left';
}

function drawScale(context: CanvasRenderingContext2D, { pixels, miles }: Scale, y: number): void {
  context.strokeStyle = '#17202a';
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(MARGIN, y - 4);
  context.lineTo(MARGIN, y + 4);
  context.lineTo(MARGIN + pixels, y + 4);
  context.lineTo(MARGIN + pixels, y - 4);
  context.stroke();
  context.fillStyle = '#17202a';
  context.font = `12px ${FONT}`;
  context.fillText(`${miles} NM`, MARGIN + pixels + 8, y);
}

function drawEntry(context: CanvasRenderingContext2D, { image, text }: LegendEntry, x: number, y: number): void {
  if (image) {
    const symbol = document.createElement('canvas');
    symbol.width = image.image.width;
    symbol.height = image.image.height;
    symbol.getContext('2d')?.putImageData(image.image, 0, 0);
    const scale = Math.min(1 / image.ratio, 20 / Math.max(symbol.width, symbol.height));
    const [w, h] = [symbol.width * scale, symbol.height * scale];
    context.drawImage(symbol, x + 11 - w / 2, y - h / 2, w, h);
  } else {
    context.fillStyle = '#c8102e';
    context.beginPath();
    context.arc(x + 11, y, 6, 0, 2 * Math.PI);
    context.fill();
  }
  context.fillStyle = '#17202a';
  context.font = `12px ${FONT}`;
  context.fillText(text, x + 28, y, COLUMN - 36);
}
