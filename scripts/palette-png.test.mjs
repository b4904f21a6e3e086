import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { withPalette } from './palette-png.mjs'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const ends = [Buffer.alloc(4), Buffer.alloc(4)]
  ends[0].writeUInt32BE(data.length)
  ends[1].writeUInt32BE(crc32(body))
  return Buffer.concat([ends[0], body, ends[1]])
}

/** As a browser writes it: RGB, each row by another filter. */
const picture = (width, height, colorAt) => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const plain = Buffer.alloc(width * height * 3)
  for (let n = 0; n < width * height; n++) plain.set(colorAt(n % width, Math.floor(n / width)), n * 3)
  const rows = []
  for (let y = 0; y < height; y++) {
    const filter = y % 3
    const row = Buffer.alloc(width * 3)
    for (let x = 0; x < row.length; x++) {
      const at = y * width * 3 + x
      const before = filter === 1 ? (x < 3 ? 0 : plain[at - 3]) : filter === 2 ? plain[at - width * 3] : 0
      row[x] = plain[at] - before
    }
    rows.push(Buffer.from([filter]), row)
  }
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))])
}

const part = (png, type) => {
  for (let at = 8; ; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === type) return png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
  }
}

const colorOf = (png, x, y) => {
  const width = part(png, 'IHDR').readUInt32BE(0)
  const index = inflateSync(part(png, 'IDAT'))[y * (width + 1) + x + 1]
  return [...part(png, 'PLTE').subarray(index * 3, index * 3 + 3)]
}

test('few colors stay exactly as they are, by whatever filter they came', () => {
  const at = (x, y) => [x % 4 === 0 ? 255 : 7, y * 9, 128]
  const small = withPalette(picture(12, 9, at), 64)
  for (const [x, y] of [
    [0, 0],
    [1, 1],
    [4, 5],
    [11, 8],
  ])
    assert.deepEqual(colorOf(small, x, y), at(x, y))
})

test('many colors become the nearest of those that are left', () => {
  const small = withPalette(
    picture(64, 64, (x, y) => [x * 4, y * 4, 0]),
    32,
  )
  assert.equal(part(small, 'PLTE').length <= 32 * 3, true)
  const [red, green] = colorOf(small, 40, 40)
  assert.equal(Math.abs(red - 160) < 48 && Math.abs(green - 160) < 48, true)
})

test('what is no such picture is refused', () => {
  assert.throws(() => withPalette(Buffer.from('GIF89a and more')), /not a PNG/)
})
