// Reads requests line by line and answers each with a line of JSON: `xml …` and `proto …` (hexadecimal) with what
// node-cot reads in it, `write` with an event that node-cot writes in both forms.
import { createInterface } from 'node:readline';
import { CoTParser } from '@tak-ps/node-cot';

const WRITTEN = `<event version="2.0" uid="ANDROID-deadbeef" type="a-f-G-U-C" how="m-g" time="2026-11-21T00:00:00.000Z"
  start="2026-11-21T00:00:00.000Z" stale="2026-11-21T00:05:00.000Z">
  <point lat="35.68" lon="139.76" hae="40.1" ce="4.5" le="9999999.0"/>
  <detail><contact callsign="すいせん" endpoint="*:-1:stcp"/><__group name="Red" role="HQ"/>
  <track speed="1.25" course="90"/></detail></event>`;

for await (const line of createInterface({ input: process.stdin })) {
    const [word] = line.split(' ', 1);
    const rest = line.slice(word.length + 1);
    if (word === 'write') {
        const cot = CoTParser.from_xml(WRITTEN);
        const proto = Buffer.from(await CoTParser.to_proto(cot)).toString('hex');
        console.log(JSON.stringify({ xml: CoTParser.to_xml(cot), proto }));
    } else {
        const cot =
            word === 'xml' ? CoTParser.from_xml(rest) : await CoTParser.from_proto(Buffer.from(rest, 'hex'));
        console.log(JSON.stringify(await CoTParser.to_geojson(cot)));
    }
}
