// Screenshots as PNG with a palette: a third of the size, and nobody sees the difference. Reads what browsers write (8 bits,
// RGB or RGBA, not interlaced); writes indexed colors (PNG, third edition, §11.2).
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const CHANNELS = { 2: 3, 6: 4 }

/** The same picture with at most so many colors, as PNG. */
export function withPalette(png, most = 128) {
  const { width, height, pixels } = decode(png)
  const { palette, indexOf } = choose(pixels, most)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + x + 1] = indexOf(pixels[y * width + x])
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Each pixel as 0xRRGGBB; what lets something through is taken as whole. */
function decode(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) {
    throw new Error('not a PNG')
  }
  const parts = []
  let header = null
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') {
      header = { width: data.readUInt32BE(0), height: data.readUInt32BE(4), bits: data[8], type: data[9], interlaced: data[12] }
    } else if (type === 'IDAT') {
      parts.push(data)
    }
    at += length + 12
  }
  const channels = CHANNELS[header?.type]
  if (channels === undefined || header.bits !== 8 || header.interlaced !== 0) {
    throw new Error('not a PNG as browsers write them')
  }
  const { width, height } = header
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels)
  const pixels = new Uint32Array(width * height)
  for (let n = 0; n < pixels.length; n++) {
    const at = n * channels
    pixels[n] = (rows[at] << 16) | (rows[at + 1] << 8) | rows[at + 2]
  }
  return { width, height, pixels }
}

/** §9.2 of the specification. */
function unfiltered(data, stride, height, step) {
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x < step ? 0 : rows[y * stride + x - step]
      const up = y === 0 ? 0 : rows[(y - 1) * stride + x]
      const corner = x < step || y === 0 ? 0 : rows[(y - 1) * stride + x - step]
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      rows[y * stride + x] = data[y * (stride + 1) + x + 1] + predicted
    }
  }
  return rows
}

function paeth(left, up, corner) {
  const toLeft = Math.abs(up - corner)
  const toUp = Math.abs(left - corner)
  const toCorner = Math.abs(left + up - 2 * corner)
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
}

/** The most frequent colors as they are, the others by median cut; every pixel gets the nearest. */
function choose(pixels, most) {
  const counts = new Map()
  for (const color of pixels) {
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  const byCount = [...counts].sort((one, other) => other[1] - one[1])
  const exact = byCount.slice(0, byCount.length <= most ? most : most >> 1).map(([color]) => color)
  const palette = [...exact, ...cut(byCount.slice(exact.length), most - exact.length)]
  const known = new Map(exact.map((color, index) => [color, index]))
  const indexOf = (color) => {
    if (!known.has(color)) {
      known.set(color, nearest(palette, color))
    }
    return known.get(color)
  }
  return { palette, indexOf }
}

const shades = (color) => [color >> 16, (color >> 8) & 255, color & 255]

function nearest(palette, color) {
  const wanted = shades(color)
  let best = 0
  let least = Infinity
  palette.forEach((one, index) => {
    const far = shades(one).reduce((sum, shade, n) => sum + (shade - wanted[n]) ** 2, 0)
    if (far < least) {
      least = far
      best = index
    }
  })
  return best
}

function cut(colors, most) {
  const boxes = colors.length === 0 ? [] : [colors]
  while (boxes.length > 0 && boxes.length < most) {
    const spread = boxes.map((box) => widest(box))
    const at = spread.reduce((best, one, index) => (one.width > spread[best].width ? index : best), 0)
    if (spread[at].width === 0) {
      break
    }
    const { channel } = spread[at]
    const box = boxes[at].sort(([one], [other]) => shades(one)[channel] - shades(other)[channel])
    boxes.splice(at, 1, box.slice(0, box.length >> 1), box.slice(box.length >> 1))
  }
  return boxes.map((box) => {
    const total = box.reduce((sum, [, count]) => sum + count, 0)
    const mean = [0, 1, 2].map((n) => Math.round(box.reduce((sum, [color, count]) => sum + shades(color)[n] * count, 0) / total))
    return (mean[0] << 16) | (mean[1] << 8) | mean[2]
  })
}

function widest(box) {
  const widths = [0, 1, 2].map((channel) => {
    let low = 255
    let high = 0
    for (const [color] of box) {
      const shade = shades(color)[channel]
      low = Math.min(low, shade)
      high = Math.max(high, shade)
    }
    return high - low
  })
  const width = Math.max(...widths)
  return { width, channel: widths.indexOf(width) }
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
