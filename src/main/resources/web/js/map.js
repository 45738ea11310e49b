// The world: one arc a pair, coloured by tone and as wide as there are events. The table of pairs says the same to keyboard and screen reader.
import {h, svg} from './dom.js';
import {plural, signed, toneClass, toneWords} from './format.js';
import {pairName} from './parts.js';

const d3 = window.d3;
const MOST = 150;
const WIDTH = 960;
const HEIGHT = 440;
/** What the map shows of the world: not the empty south. */
const EXTENT = {type: 'MultiPoint', coordinates: [[-168, 0], [178, 0], [0, 78], [0, -56]]};
const reduced = matchMedia('(prefers-reduced-motion: reduce)');

let world;
/** Shapes and places, fetched once. */
export const geometry = () => (world ??= fetch('data/world.json').then(answer => answer.json()).catch(failure => {
  world = undefined;
  throw failure;
}));

/** @param open called with the pair that was chosen */
export async function worldMap(open) {
  const {shapes, points, blocs} = await geometry();
  const projection = d3.geoNaturalEarth1().fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 2]], EXTENT);
  const path = d3.geoPath(projection);
  const land = svg('g', {class: 'land'}, Object.entries(shapes).map(([code, coordinates]) => svg('path', {d: path({type: 'MultiPolygon', coordinates}), 'data-code': code})));
  const layers = Object.fromEntries(['arcs', 'hits', 'dots', 'labels'].map(name => [name, svg('g', {class: name})]));
  const scene = svg('g', {}, land, Object.values(layers));
  const root = svg('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'map', role: 'img', 'aria-label': 'Map of pairs'}, scene);
  const frame = h('div', {class: 'mapframe'}, root);
  const tip = tipOf(frame, layers.arcs);
  let actors = [];
  const label = transform => showActors(actors, layers, land, root.getBoundingClientRect().width || WIDTH, transform);
  zooming(root, scene, frame, label);
  const place = ({code}) => projection(points[code] ?? blocs[code] ?? [NaN, NaN]);
  const placed = pair => pair.events > 0 && !Number.isNaN(place(pair.first)[0]) && !Number.isNaN(place(pair.second)[0]);

  function show(pairs) {
    const shown = pairs.filter(placed).slice(0, MOST);
    const width = d3.scaleSqrt([0, Math.max(1, ...shown.map(pair => pair.events))], [1.2, 9]);
    // The strongest on top.
    const arcs = [...shown].reverse().map(pair => ({...pair, curve: curve(place(pair.first), place(pair.second))}));
    const join = layer => d3.select(layer).selectAll('path').data(arcs, pair => pair.pair).join('path').order().attr('data-pair', pair => pair.pair).attr('d', pair => pair.curve);
    join(layers.arcs).attr('class', pair => `arc tone-${toneClass(pair.sentiment)}`).attr('stroke-width', pair => width(pair.events));
    join(layers.hits).on('pointermove', (event, pair) => tip(pair, event)).on('pointerleave', () => tip(null)).on('click', (event, pair) => open(pair.pair));
    actors = actorsOf(shown, place);
    label(d3.zoomTransform(root));
    root.setAttribute('aria-label', described(shown));
    return shown.length;
  }

  /** A new event runs along its arc. */
  function pulse(pairs) {
    for (const arc of reduced.matches ? [] : layers.arcs.children) {
      if (pairs.has(arc.dataset.pair)) {
        arc.classList.remove('pulse');
        void arc.getBoundingClientRect();
        arc.classList.add('pulse');
      }
    }
  }

  return {element: frame, show, pulse};
}

function described(pairs) {
  const strongest = pairs.slice(0, 3).map(pair => `${pairName(pair)}, ${plural(pair.events, 'event')}, ${toneWords(pair.sentiment)}`).join('; ');
  return pairs.length ? `Map: ${plural(pairs.length, 'pair')} as arcs, coloured by tone. The strongest: ${strongest}. All are in the table of pairs.` : 'Map without pairs';
}

/** From a to b, bent to the left of its way from west to east. */
function curve([x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy) || 1;
  const bend = Math.min(90, 14 + length * 0.2) * (dx < 0 ? -1 : 1);
  const numbers = [x1, y1, (x1 + x2) / 2 + (dy / length) * bend, (y1 + y2) / 2 - (dx / length) * bend, x2, y2].map(x => Math.round(x * 10) / 10);
  return `M${numbers[0]},${numbers[1]}Q${numbers[2]},${numbers[3]} ${numbers[4]},${numbers[5]}`;
}

/** Everybody with an arc, the busiest first. */
function actorsOf(pairs, place) {
  const known = new Map();
  for (const pair of pairs) {
    for (const actor of [pair.first, pair.second]) {
      const entry = known.get(actor.code) ?? {...actor, events: 0, at: place(actor)};
      entry.events += pair.events;
      known.set(actor.code, entry);
    }
  }
  return [...known.values()].sort((a, b) => b.events - a.events);
}

/** Dots and names stay as large on the screen however near the map is; nearer, there is room for more names. */
function showActors(actors, layers, land, width, transform) {
  const size = d3.scaleSqrt([0, actors[0]?.events ?? 1], [1.8 / transform.k, 5 / transform.k]);
  const symbol = ({kind, events}) => d3.symbol(kind === 'BLOC' ? d3.symbolDiamond : d3.symbolCircle, Math.PI * size(events) ** 2)();
  d3.select(layers.dots).selectAll('path').data(actors, actor => actor.code).join('path')
    .attr('class', actor => (actor.kind === 'BLOC' ? 'actor bloc' : 'actor')).attr('transform', actor => `translate(${actor.at})`).attr('d', symbol);
  d3.select(layers.labels).selectAll('text').data(labelled(actors, width, transform), actor => actor.code).join('text')
    .attr('x', actor => actor.x).attr('y', actor => actor.y).attr('text-anchor', actor => actor.anchor).attr('font-size', actor => actor.size).text(actor => actor.name);
  const active = new Set(actors.map(actor => actor.code));
  for (const shape of land.children) {
    shape.classList.toggle('active', active.has(shape.dataset.code));
  }
}

/** The names of the busiest that are in sight, where they do not run into each other. `width`: of the map on the screen, in pixels. */
function labelled(actors, width, {k, x: dx, y: dy}) {
  const size = (11.5 * Math.min(2.2, WIDTH / Math.max(320, width))) / k;
  const most = width < 520 ? 8 : 26;
  const [left, right, top, bottom] = [-dx / k, (WIDTH - dx) / k, -dy / k, (HEIGHT - dy) / k];
  const taken = [];
  const named = [];
  for (const actor of actors) {
    const wide = actor.name.length * size * 0.56;
    const [x, y] = actor.at;
    const spot = [[7 / k, 4 / k, 'start'], [-7 / k, 4 / k, 'end'], [0, -9 / k, 'middle'], [0, size + 7 / k, 'middle']]
      .map(([dx, dy, anchor]) => ({x: x + dx, y: y + dy, anchor, left: x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2)}))
      .map(option => ({...option, right: option.left + wide, top: option.y - size, bottom: option.y + 2}))
      .find(box => box.left > left && box.right < right && box.top > top && box.bottom < bottom && taken.every(other => box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top));
    if (spot && named.length < most) {
      taken.push(spot);
      named.push({...actor, ...spot, size});
    }
  }
  return named;
}

/** What an arc is, beside the pointer; the other arcs step back. */
function tipOf(frame, arcs) {
  const tip = frame.appendChild(h('div', {class: 'maptip', hidden: true}));
  const line = ({source, target, events, sentiment}) => h('span', {}, `${source} → ${target}: ${plural(events, 'event')}${sentiment === undefined ? '' : `, ${signed(sentiment)} ${toneWords(sentiment)}`}`);
  return (pair, event) => {
    arcs.classList.toggle('dim', Boolean(pair));
    for (const arc of arcs.children) {
      arc.classList.toggle('on', arc.dataset.pair === pair?.pair);
    }
    tip.hidden = !pair;
    if (pair) {
      tip.replaceChildren(h('b', {}, pairName(pair)), line(pair.forward), line(pair.backward), h('span', {}, `Tension ${signed(pair.tensionBefore, 0)} → ${signed(pair.tension, 0)}`));
      const box = frame.getBoundingClientRect();
      tip.style.left = `${Math.max(4, Math.min(event.clientX - box.left + 14, box.width - tip.offsetWidth - 6))}px`;
      tip.style.top = `${Math.max(4, event.clientY - box.top - tip.offsetHeight - 12)}px`;
    }
  };
}

/** Buttons, two fingers, or Ctrl with the wheel: a plain wheel scrolls the page. */
function zooming(root, scene, frame, label) {
  const zoom = d3.zoom().scaleExtent([1, 8]).translateExtent([[0, 0], [WIDTH, HEIGHT]])
    .filter(event => (event.type === 'wheel' ? event.ctrlKey || event.metaKey : event.type !== 'touchstart' || event.touches.length > 1 || d3.zoomTransform(root).k > 1))
    .on('zoom', ({transform}) => {
      scene.setAttribute('transform', transform);
      frame.style.setProperty('--k', transform.k);
      label(transform);
    });
  const selection = d3.select(root).call(zoom).on('dblclick.zoom', null);
  const by = factor => (reduced.matches ? selection : selection.transition().duration(250)).call(zoom.scaleBy, factor);
  const button = (label, sign, factor) => h('button', {type: 'button', 'aria-label': label, onclick: () => by(factor)}, sign);
  frame.append(h('div', {class: 'zoom', role: 'group', 'aria-label': 'Zoom of the map'}, button('Zoom in', '+', 1.7), button('Zoom out', '−', 1 / 1.7)));
}
