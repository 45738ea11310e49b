// What stands beside each other on the page of a pair: the two directions, the tension, the types of events.
import {h} from './dom.js';
import {explain} from './explain.js';
import {count, fixed, plural, signed, tensionClass, toneClass, toneWords} from './format.js';
import {directionName, interval, scaleBar} from './parts.js';
import {typeWords} from './words.js';

/** One direction: tone with its interval, what is usual, how many. @param mark of the direction in the chart */
export function directionCard(direction, usual, names, mark) {
  const {sentiment: mean, sentimentLow: low, sentimentHigh: high, events, reported} = direction;
  const between = interval(direction);
  return h('div', {class: 'card side-card'},
    h('h2', {}, h('i', {class: `line ${mark}`, 'aria-hidden': 'true'}), ' ', directionName(names, direction)),
    h('p', {class: 'big'}, mean === undefined ? 'No events' : [h('b', {}, signed(mean)), ' ', toneWords(mean)]),
    mean !== undefined && scaleBar({value: mean, low, high, tone: toneClass(mean), label: `Sentiment ${signed(mean)}${between && `, 95 % interval ${between}`}`}),
    h('p', {class: 'note'}, mean === undefined ? '' : between ? `95 % interval ${between}` : 'too few events, or all alike: no interval', explain('sentiment')),
    h('p', {class: 'note'}, plural(events, 'event'), reported > 0 && `, and ${count(reported)} only claimed`, h('br'), usual.sentiment === undefined ? 'usual: not known, no events in the 28 days before' : `usual: ${signed(usual.sentiment)}, ${few(usual.eventsPerDay)} a day`, explain('usual')));
}

const few = x => (x < 0.05 ? 'under 0.1' : fixed(x, 1));

export function tensionCard(pair) {
  const {tension, tensionBefore: before, change} = pair;
  const isNew = change === undefined;
  return h('div', {class: 'card side-card'}, h('h2', {}, 'Tension'),
    h('p', {class: 'big'}, h('b', {}, signed(tension, 0)), ' ', isNew ? 'no history' : Math.abs(change) < 5 ? 'about the same' : change > 0 ? 'more hostile' : 'warmer'),
    scaleBar({value: tension, before, limit: 100, tone: tensionClass(tension), label: `Tension ${signed(tension, 0)}, ${isNew ? 'no history' : `before ${signed(before, 0)}`}`}),
    h('p', {class: 'note'}, isNew ? 'nothing was reported in the days before' : `before: ${signed(before, 0)} (ring)`, explain('tension')),
    h('p', {class: 'note'}, '−100 is harmony, +100 is hostility'));
}

/** Types of events: the first direction to the left, the second to the right. */
export function mix({mix: types, first, second, mixComplete}) {
  if (types.length === 0) {
    return [h('p', {class: 'note'}, 'No events in these days.')];
  }
  const most = Math.max(...types.flatMap(({forward, backward}) => [forward, backward]));
  const bar = (n, side) => {
    const element = h('i', {class: 'amount', 'aria-hidden': 'true'});
    element.style.width = `${(n / most) * 70}%`;
    return h('td', {class: side}, h('div', {}, h('span', {}, n), element));
  };
  const rows = [...types].sort((x, y) => y.forward + y.backward - x.forward - x.backward);
  const head = (side, words) => h('th', {scope: 'col', class: side}, words);
  return [h('table', {}, h('caption', {class: 'hidden'}, 'Events by type and direction'),
    h('thead', {}, h('tr', {}, head('a', `${first.code} → ${second.code}`), head('', 'Type'), head('b', `${second.code} → ${first.code}`))),
    h('tbody', {}, rows.map(({event, forward, backward}) => h('tr', {}, bar(forward, 'a'), h('th', {scope: 'row'}, typeWords(event)), bar(backward, 'b'))))),
  ...(mixComplete ? [] : [h('p', {class: 'note'}, 'Of the 5,000 latest events.')])];
}
