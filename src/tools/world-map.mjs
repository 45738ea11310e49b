// Makes src/main/resources/web/data/world.json out of Natural Earth 4.1 (public domain) as the npm package world-atlas 2 packs it.
// Not part of the build: run it by hand when borders or codes change.
//
//     npm install world-atlas@2 topojson-client@3 d3-geo@3 i18n-iso-countries@7
//     node src/tools/world-map.mjs node_modules > src/main/resources/web/data/world.json
//
// Shapes: 1:110m, rounded to a tenth of a degree, without Antarctica. Points: where a country's arcs begin, the middle of its largest part at 1:50m, so
// that countries too small to be drawn have one, too; for blocs a place at sea, near their seat where they have one, chosen by eye.
import {createRequire} from 'node:module';
import {resolve} from 'node:path';

const require = createRequire(resolve(process.argv[2] ?? 'node_modules') + '/');
const {feature} = require('topojson-client');
const {geoArea, geoCentroid} = require('d3-geo');
const iso = require('i18n-iso-countries');

const WITHOUT_NUMBER = {Kosovo: 'XKX', 'N. Cyprus': 'CYP', Somaliland: 'SOM'};
const MOVED = {FRA: [2.4, 46.6], NOR: [9, 61.2], CHL: [-71, -33.5], USA: [-98, 39.5], CAN: [-106, 56], RUS: [60, 58]};
const EXTRA = {
  ATA: [0, -78], BES: [-68.3, 12.2], BVT: [3.4, -54.4], CCK: [96.8, -12.2], CXR: [105.7, -10.5], GIB: [-5.4, 36.1], GLP: [-61.5, 16.2], GUF: [-53.2, 3.9],
  MTQ: [-61, 14.6], MYT: [45.2, -12.8], REU: [55.5, -21.1], SJM: [18, 78.5], TKL: [-171.8, -9.2], TUV: [179.2, -8.5], UMI: [166.6, 19.3],
};
const BLOCS = {
  AFU: [47, -6], ALBA: [-68, 16.5], APEC: [-165, 12], ARL: [36.5, 25.5], ASEAN: [109, 6], AUKUS: [108, -30], BRICS: [72, -30], CARICOM: [-58, 19], CIS: [42, 73],
  COE: [-14, 54], CSTO: [58, 74], EAC: [46, -11], EAEU: [74, 76], ECOWAS: [-8, -2], EUU: [-13, 47], FIVE: [-45, 36], G20: [-28, -22],
  G7: [-38, 44], G77: [-34, -30], GCC: [54, 22], ICC: [-12, 57.5], IGAD: [54, 5], IMF: [-66, 34], MERCOSUR: [-46, -36], NATO: [-24, 51],
  NORDIC: [2, 66], OAS: [-72, 30], OECD: [-20, 42], OIC: [60, 14], OPEC: [66, 10], OSCE: [-18, 60], PIF: [172, -5], QUAD: [150, 20],
  SAARC: [80, 2], SADC: [12, -38], SCO: [90, 78], UNASUR: [-90, -20], UNO: [-62, 39], V4: [-3, 63], WBG: [-60, 30], WEST: [-34, 56], WTO: [-22, 36],
};

const code = shape => WITHOUT_NUMBER[shape.properties.name] ?? (shape.id && iso.numericToAlpha3(shape.id));
const round = ring => {
  const points = ring.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
  return points.filter((point, i) => i === 0 || point[0] !== points[i - 1][0] || point[1] !== points[i - 1][1]);
};
const parts = geometry => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
const shapes = scale => {
  const atlas = require(`world-atlas/countries-${scale}.json`);
  return feature(atlas, atlas.objects.countries).features.filter(shape => code(shape) && code(shape) !== 'ATA');
};

const drawn = new Map();
for (const shape of shapes('110m')) {
  const polygons = parts(shape.geometry).map(polygon => polygon.map(round).filter(ring => ring.length > 3)).filter(polygon => polygon.length);
  drawn.set(code(shape), [...(drawn.get(code(shape)) ?? []), ...polygons]);
}
const points = {};
for (const shape of shapes('50m').filter(each => !(each.properties.name in WITHOUT_NUMBER) || each.properties.name === 'Kosovo')) {
  const largest = parts(shape.geometry)
    .map(coordinates => ({type: 'Polygon', coordinates}))
    .reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best));
  points[code(shape)] = geoCentroid(largest).map(x => Math.round(x * 10) / 10);
}
Object.assign(points, MOVED, EXTRA);

const sorted = entries => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
const lines = entries => entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n');
console.log(`{
"notice": "Made with Natural Earth 4.1, public domain (naturalearthdata.com), 1:110m, as packed by world-atlas 2 (ISC licence, Michael Bostock). Borders are the data's own and say nothing of anybody's opinion.",
"shapes": {\n${lines(sorted(drawn))}\n},
"points": {\n${lines(sorted(Object.entries(points)))}\n},
"blocs": {\n${lines(sorted(Object.entries(BLOCS)))}\n}
}`);
