// Writes ships.nmea.gz and aircraft.sbs.gz: an hour of invented ships and aircraft around Kumamoto, as receivers would hear
// them. Run in this folder: node moving.mjs
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BEGIN = Date.parse('2016-04-18T00:00:00Z') / 1000
const SECONDS = 3600
const KNOT = 1852 / 3600
const DEGREE = 111_195

/** Ways over water, there and back as long as the hour lasts. Numbers and names are invented. */
const SHIPS = [
  { mmsi: 431999001, name: 'EXERCISE FERRY 1', callsign: 'EXF1', type: 60, knots: 16, way: [[32.757, 130.575], [32.768, 130.38]] },
  { mmsi: 431999002, name: 'EXERCISE FERRY 2', callsign: 'EXF2', type: 60, knots: 15, way: [[32.77, 130.385], [32.76, 130.57]] },
  { mmsi: 431999003, name: 'EXERCISE WATER 3', callsign: 'EXW3', type: 80, knots: 11, way: [[32.45, 130.3], [32.6, 130.38], [32.72, 130.5]] },
  { mmsi: 431999004, name: 'EXERCISE SUPPLY 4', callsign: 'EXS4', type: 55, knots: 13, way: [[32.1, 129.7], [32.35, 129.75], [32.52, 129.95]] },
  { mmsi: 431999005, name: 'EXERCISE PATROL 5', callsign: 'EXP5', type: 55, knots: 18, way: [[32.0, 129.9], [31.7, 129.95], [31.4, 130.0]] },
  { mmsi: 431999006, name: 'EXERCISE CARGO 6', callsign: 'EXC6', type: 70, knots: 12, way: [[33.05, 129.2], [32.8, 129.25], [32.5, 129.3]] },
  { mmsi: 431999007, name: 'EXERCISE TANKER 7', callsign: 'EXT7', type: 80, knots: 10, way: [[33.9, 130.2], [34.1, 130.35], [34.2, 130.7]] },
  { mmsi: 431999008, name: 'EXERCISE CARGO 8', callsign: 'EXC8', type: 70, knots: 14, way: [[33.2, 132.1], [33.0, 132.2], [32.6, 132.25]] },
  { mmsi: 431999009, name: 'EXERCISE FISHER 9', callsign: 'EXF9', type: 30, knots: 7, way: [[32.85, 130.35], [32.95, 130.3]] },
  { mmsi: 431999010, name: 'EXERCISE AMPHIB 10', callsign: 'EXA0', type: 35, knots: 15, way: [[31.6, 129.6], [31.95, 129.65], [32.25, 129.7]] },
]
const AIRCRAFT = [
  { icao: '84E901', callsign: 'EXRESC1', feet: 3500, knots: 110, way: [[32.835, 130.855], [32.93, 131.05], [32.88, 131.08]] },
  { icao: '84E902', callsign: 'EXRESC2', feet: 2500, knots: 100, way: [[32.8, 130.75], [32.87, 130.95]] },
  { icao: 'AE9903', callsign: 'EXLIFT3', feet: 4500, knots: 180, way: [[34.14, 132.24], [33.4, 131.5], [32.86, 131.05]] },
  { icao: '84E904', callsign: 'EXCARGO4', feet: 18000, knots: 290, way: [[35.75, 139.35], [34.6, 135.2], [33.2, 131.2]] },
]

/** Where something is so many seconds after the begin, on its way there and back. */
function at({ way, knots }, seconds) {
  const legs = way.slice(1).map((to, index) => {
    const from = way[index]
    const north = (to[0] - from[0]) * DEGREE
    const east = (to[1] - from[1]) * DEGREE * Math.cos((from[0] * Math.PI) / 180)
    return { from, to, length: Math.hypot(north, east), course: (Math.atan2(east, north) * 180) / Math.PI }
  })
  const whole = legs.reduce((sum, { length }) => sum + length, 0)
  let along = (knots * KNOT * seconds) % (2 * whole)
  const back = along > whole
  along = back ? 2 * whole - along : along
  for (const { from, to, length, course } of legs) {
    if (along <= length) {
      const share = along / length
      return {
        latitude: from[0] + (to[0] - from[0]) * share,
        longitude: from[1] + (to[1] - from[1]) * share,
        course: (course + (back ? 180 : 0) + 360) % 360,
      }
    }
    along -= length
  }
  throw new Error('beyond the end of the way')
}

/** Bits of an AIS message (ITU-R M.1371-5), most significant first. */
class Bits {
  text = ''
  number(value, bits) {
    this.text += BigInt.asUintN(bits, BigInt(Math.round(value))).toString(2).padStart(bits, '0')
    return this
  }
  letters(text, count) {
    for (const letter of text.padEnd(count, '@').slice(0, count)) {
      this.number(letter.charCodeAt(0) & 63, 6)
    }
    return this
  }
  /** Sentences of at most 60 characters of payload, with the time in a tag block. */
  sentences(seconds, group) {
    const fill = (6 - (this.text.length % 6)) % 6
    const bits = this.text + '0'.repeat(fill)
    let payload = ''
    for (let from = 0; from < bits.length; from += 6) {
      const six = parseInt(bits.slice(from, from + 6), 2)
      payload += String.fromCharCode(six < 40 ? six + 48 : six + 56)
    }
    const parts = payload.match(/.{1,60}/g)
    return parts.map((part, index) => {
      const last = index === parts.length - 1
      const id = parts.length > 1 ? group : ''
      const tag = `c:${BEGIN + seconds}`
      const sentence = `AIVDM,${parts.length},${index + 1},${id},A,${part},${last ? fill : 0}`
      return `\\${tag}*${sum(tag)}\\!${sentence}*${sum(sentence)}`
    })
  }
}

function sum(text) {
  let sum = 0
  for (const letter of text) sum ^= letter.charCodeAt(0)
  return sum.toString(16).toUpperCase().padStart(2, '0')
}

function position(ship, seconds) {
  const { latitude, longitude, course } = at(ship, seconds)
  return new Bits()
    .number(1, 6).number(0, 2).number(ship.mmsi, 30).number(0, 4).number(-128, 8).number(ship.knots * 10, 10).number(1, 1)
    .number(longitude * 600_000, 28).number(latitude * 600_000, 27).number(course * 10, 12).number(Math.round(course) % 360, 9)
    .number((BEGIN + seconds) % 60, 6).number(0, 2).number(0, 3).number(0, 1).number(0, 19)
}

function particulars(ship) {
  return new Bits()
    .number(5, 6).number(0, 2).number(ship.mmsi, 30).number(0, 2).number(0, 30).letters(ship.callsign, 7).letters(ship.name, 20)
    .number(ship.type, 8).number(60, 9).number(20, 9).number(7, 6).number(7, 6).number(1, 4).number(0, 4).number(0, 5)
    .number(24, 5).number(60, 6).number(50, 8).letters('EXERCISE', 20).number(0, 1).number(0, 1)
}

const nmea = []
for (let second = 0; second < SECONDS; second += 1) {
  SHIPS.forEach((ship, index) => {
    if (second % 360 === index * 3) nmea.push(...particulars(ship).sentences(second, index))
    if (second % 15 === index) nmea.push(...position(ship, second).sentences(second, index))
  })
}
writeFileSync('ships.nmea.gz', gzipSync(nmea.join('\n') + '\n', { level: 9 }))

const sbs = []
for (let second = 0; second < SECONDS; second += 1) {
  AIRCRAFT.forEach((one, index) => {
    if (second % 6 !== index) return
    const { latitude, longitude, course } = at(one, second)
    const [day, time] = new Date((BEGIN + second) * 1000).toISOString().replace('Z', '').split('T')
    const head = (type) => `MSG,${type},1,1,${one.icao},1,${day.replaceAll('-', '/')},${time},${day.replaceAll('-', '/')},${time}`
    if (second % 60 === index) sbs.push(`${head(1)},${one.callsign},,,,,,,,,,,0`)
    sbs.push(`${head(3)},,${one.feet},,,${latitude.toFixed(5)},${longitude.toFixed(5)},,,0,0,0,0`)
    sbs.push(`${head(4)},,,${one.knots},${course.toFixed(0)},,,0,,,,,0`)
  })
}
writeFileSync('aircraft.sbs.gz', gzipSync(sbs.join('\n') + '\n', { level: 9 }))
