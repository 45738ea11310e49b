// A pair over time: sentiment of both directions with its interval, counts by class, tension; alerts as bands behind all three.
import {h, svg} from './dom.js';
import {count, day, dayMonth, fixed, hour, plural, signed, tensionClass} from './format.js';

const d3 = window.d3;
const LEFT = 38;
const RIGHT = 10;
const CLASSES = [['materialConflict', 'm3', 'material conflict'], ['verbalConflict', 'm1', 'verbal conflict'], ['neutral', 'n0', 'neutral'],
  ['verbalCooperation', 'p1', 'verbal cooperation'], ['materialCooperation', 'p3', 'material cooperation']];
const PANELS = {sentiment: {top: 26, height: 120}, counts: {top: 186, height: 110}, tension: {top: 336, height: 70}};
const HEIGHT = 436;

/** @param choose called with the start of the window that was chosen */
export function timeline(choose) {
  const root = svg('svg', {class: 'timeline', tabindex: 0, role: 'img'});
  const readout = h('p', {class: 'readout', 'aria-live': 'polite'});
  const frame = h('div', {class: 'chart'}, root, readout);
  let state = null;
  let at = null;
  const observer = new ResizeObserver(() => state && draw());
  observer.observe(frame);

  function draw() {
    const width = Math.max(280, frame.clientWidth);
    root.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    root.replaceChildren(...picture(state, width));
    root.setAttribute('aria-label', described(state));
    point(at);
  }

  function point(index) {
    at = index;
    const cursor = root.querySelector('.cursor');
    cursor?.toggleAttribute('hidden', index === null);
    if (index === null || !state.points[index]) {
      readout.replaceChildren(h('span', {class: 'note'}, 'Point at a day, or use the arrow keys; Enter shows its events.'));
      return;
    }
    const spot = state.points[index];
    cursor.setAttribute('transform', `translate(${scaleX(state, root.viewBox.baseVal.width)(spot.time)},0)`);
    readout.replaceChildren(h('b', {}, state.hourly ? hour(spot.start) : day(spot.start)), ...[...line(state.pair.first.code, state.pair.second.code, spot.forward), ...line(state.pair.second.code, state.pair.first.code, spot.backward)],
      ` · tension ${signed(spot.tension ?? 0, 0)}`);
  }

  const nearest = event => {
    const box = root.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * root.viewBox.baseVal.width;
    const time = scaleX(state, root.viewBox.baseVal.width).invert(x);
    return d3.minIndex(state.points, spot => Math.abs(spot.time - time));
  };
  root.addEventListener('pointermove', event => state && point(nearest(event)));
  root.addEventListener('pointerleave', () => state && document.activeElement !== root && point(null));
  root.addEventListener('click', event => state && choose(state.points[nearest(event)].start));
  root.addEventListener('keydown', event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) {
      event.preventDefault();
      point(Math.max(0, Math.min(state.points.length - 1, (at ?? (step > 0 ? -1 : state.points.length)) + step)));
    } else if (event.key === 'Enter' && at !== null) {
      choose(state.points[at].start);
    }
  });
  root.addEventListener('blur', () => state && point(null));
  return {
    element: frame,
    show(pair) {
      state = prepared(pair);
      at = at !== null && at < state.points.length ? at : null;
      draw();
    },
    close: () => observer.disconnect(),
  };
}

const line = (source, target, totals) => [` · ${source} → ${target}: `, totals?.events ? `${count(totals.events)}${totals.sentiment === undefined ? '' : ` at ${signed(totals.sentiment)}`}` : '0'];

/** Every window of the range, those without events too. */
function prepared(pair) {
  const hourly = pair.granularity === 'HOUR';
  const size = hourly ? 3_600_000 : 86_400_000;
  const known = new Map(pair.series.map(window => [new Date(window.start).getTime(), window]));
  const from = new Date(pair.from).getTime();
  const until = new Date(pair.to).getTime();
  const points = [];
  for (let time = from; time < until; time += size) {
    points.push({time, start: new Date(time).toISOString(), ...known.get(time)});
  }
  return {pair, points, size, from, until, hourly};
}

const scaleX = (state, width) => d3.scaleLinear([state.from - state.size / 2, state.until - state.size / 2], [LEFT, width - RIGHT]);

function described({pair, points}) {
  const busy = d3.greatest(points, spot => (spot.forward?.events ?? 0) + (spot.backward?.events ?? 0));
  const most = (busy?.forward?.events ?? 0) + (busy?.backward?.events ?? 0);
  return `${pair.first.name} and ${pair.second.name} from ${day(pair.from)}: sentiment, counts and tension over time. ${most ? `Most events, ${most}, on ${day(busy.start)}.` : 'No events.'} ${plural(pair.alerts.length, 'alert')}. Arrow keys read the days.`;
}

function picture(state, width) {
  const x = scaleX(state, width);
  return [bands(state, x), axis(state, x, width), sentimentPanel(state, x, width), countsPanel(state, x, width), tensionPanel(state, x, width),
    svg('line', {class: 'cursor', y1: PANELS.sentiment.top, y2: PANELS.tension.top + PANELS.tension.height, hidden: true})];
}

function bands({pair, from, until, size}, x) {
  const rank = {INFO: 0, WARNING: 1, CRITICAL: 2};
  return svg('g', {class: 'bands'}, pair.alerts.filter(alert => alert.state !== 'WITHDRAWN').sort((a, b) => rank[a.severity] - rank[b.severity]).map(alert => {
    const begin = Math.max(from, new Date(alert.openedAt).getTime()) - size / 2;
    const end = Math.min(until, alert.resolvedAt ? new Date(alert.resolvedAt).getTime() : until) - size / 2;
    return end > begin && svg('rect', {class: `band ${alert.severity.toLowerCase()}`, x: x(begin), width: x(end) - x(begin), y: PANELS.sentiment.top - 6, height: HEIGHT - PANELS.sentiment.top - 20},
      svg('title', {}, alert.message));
  }));
}

function axis(state, x, width) {
  const room = Math.max(2, Math.floor((width - LEFT) / 80));
  const every = Math.max(1, Math.ceil(state.points.length / room));
  return svg('g', {class: 'axis'}, state.points.filter((spot, i) => i % every === 0).map(spot =>
    svg('text', {x: x(spot.time), y: HEIGHT - 6, 'text-anchor': 'middle'}, state.hourly ? hour(spot.start).replace(' UTC', '') : dayMonth(spot.start))));
}

function frame({top, height}, width, heading, ticks, y) {
  return [svg('text', {class: 'heading', x: 0, y: top - 11}, heading),
    ticks.map(tick => [svg('line', {class: tick === 0 ? 'zero' : 'grid', x1: LEFT, x2: width - RIGHT, y1: y(tick), y2: y(tick)}),
      svg('text', {class: 'tick', x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end'}, signedTick(tick))])];
}
const signedTick = tick => (tick === 0 ? '0' : (tick < 0 ? '−' : '+') + Math.abs(tick));

function sentimentPanel(state, x, width) {
  const panel = PANELS.sentiment;
  const y = d3.scaleLinear([-1, 1], [panel.top + panel.height, panel.top]).clamp(true);
  const side = (name, mark) => {
    const known = state.points.filter(spot => spot[name]?.sentiment !== undefined);
    const path = d3.line(spot => x(spot.time), spot => y(spot[name].sentiment));
    return svg('g', {class: `side ${mark}`},
      known.filter(spot => spot[name].sentimentLow !== undefined).map(spot => svg('line', {class: 'interval', x1: x(spot.time), x2: x(spot.time), y1: y(spot[name].sentimentLow), y2: y(spot[name].sentimentHigh)})),
      svg('path', {class: 'mean', d: path(known) ?? ''}),
      known.map(spot => svg('path', {class: 'spot', transform: `translate(${x(spot.time)},${y(spot[name].sentiment)})`, d: d3.symbol(mark === 'a' ? d3.symbolCircle : d3.symbolSquare, state.hourly ? 14 : 30)()})));
  };
  return svg('g', {class: 'panel sentiment'}, frame(panel, width, 'Sentiment toward the other', [-1, 0, 1], y), side('backward', 'b'), side('forward', 'a'));
}

function countsPanel(state, x, width) {
  const panel = PANELS.counts;
  const most = Math.max(4, d3.max(state.points, spot => Math.max(spot.forward?.events ?? 0, spot.backward?.events ?? 0)));
  const y = d3.scaleLinear([-most, most], [panel.top + panel.height, panel.top]).nice(4);
  const bar = Math.max(1, Math.min(18, (x(state.size) - x(0)) * 0.7));
  const stack = (spot, totals, up) => {
    let sum = 0;
    return CLASSES.map(([name, tone, words]) => {
      const n = totals?.[name] ?? 0;
      const from = sum;
      sum += n;
      const [a, b] = [y(up * from), y(up * sum)];
      return n > 0 && svg('rect', {class: `tone-${tone}`, x: x(spot.time) - bar / 2, width: bar, y: Math.min(a, b), height: Math.abs(a - b)}, svg('title', {}, `${count(n)} ${words}`));
    });
  };
  const {first, second} = state.pair;
  const [low, high] = y.domain();
  return svg('g', {class: 'panel counts'}, frame(panel, width, width < 480 ? `Events: up ${first.code} → ${second.code}, down ${second.code} → ${first.code}` : `Events by class: above ${first.code} → ${second.code}, below ${second.code} → ${first.code}`, [low, 0, high], value => y(value)),
    state.points.map(spot => [stack(spot, spot.forward, 1), stack(spot, spot.backward, -1)]));
}

function tensionPanel(state, x, width) {
  const panel = PANELS.tension;
  const y = d3.scaleLinear([-100, 100], [panel.top + panel.height, panel.top]);
  const bar = Math.max(1, Math.min(18, (x(state.size) - x(0)) * 0.7));
  return svg('g', {class: 'panel tension'}, frame(panel, width, 'Tension: up is hostile', [-100, 0, 100], y),
    state.points.filter(spot => spot.tension).map(spot => svg('rect', {class: `tone-${tensionClass(spot.tension)}`, x: x(spot.time) - bar / 2, width: bar, y: Math.min(y(0), y(spot.tension)), height: Math.abs(y(spot.tension) - y(0))})));
}

export const classLegend = () => h('div', {class: 'legend words'}, CLASSES.map(([, tone, words]) => h('span', {}, h('i', {class: `tone-${tone}`, 'aria-hidden': 'true'}), words)));

/** The numbers behind the picture, for whoever would rather read them. */
export function seriesTable(pair) {
  const cell = totals => [h('td', {class: 'right'}, count(totals?.events ?? 0)), h('td', {class: 'right'}, totals?.sentiment === undefined ? '' : signed(totals.sentiment)),
    h('td', {class: 'right'}, totals?.sentimentLow === undefined ? '' : `${fixed(totals.sentimentLow)} to ${fixed(totals.sentimentHigh)}`)];
  const head = ['Window', ...['→', '←'].flatMap(arrow => [`${arrow} events`, `${arrow} sentiment`, `${arrow} 95 %`]), 'Tension'];
  return h('table', {class: 'table'}, h('caption', {class: 'note'}, `→ ${pair.first.code} toward ${pair.second.code}, ← ${pair.second.code} toward ${pair.first.code}`),
    h('thead', {}, h('tr', {}, head.map((name, i) => h('th', {scope: 'col', class: i ? 'right' : ''}, name)))),
    h('tbody', {}, pair.series.map(spot => h('tr', {}, h('th', {scope: 'row'}, pair.granularity === 'HOUR' ? hour(spot.start) : day(spot.start)), cell(spot.forward), cell(spot.backward), h('td', {class: 'right'}, signed(spot.tension, 0))))));
}
