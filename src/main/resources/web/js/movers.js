// What changed most: from where to where, on how much it rests, and the strongest event as the reason.
import {get} from './api.js';
import {h} from './dom.js';
import {count, dayMonth, plural, signed, support, tensionClass} from './format.js';
import {sentence} from './marks.js';
import {pairName, scaleBar, tag} from './parts.js';
import {to} from './route.js';

/** Less than this does not count as a change. */
const SLIGHT = 5;

/** Of each pair's latest events that point the way the pair went, the strongest. */
export async function reasons(pairs, days, signal) {
  const found = pairs.map(async ({pair, surprise}) => {
    const {items} = await get('/events', {pair, ...days, sign: surprise > 0 ? -1 : 1, status: 'asserted', limit: 25}, signal);
    return [pair, items.reduce((best, event) => (!best || Math.abs(event.intensity) > Math.abs(best.intensity) ? event : best), null)];
  });
  return new Map(await Promise.all(found));
}

/** Which way it went: a class, a sign, words. A pair without a before is new, not changed. */
function way({tension, change, surprise}) {
  if (change === undefined) {
    return Math.abs(tension) < SLIGHT ? ['same', '•', 'new'] : tension > 0 ? ['up', '▲', 'new and hostile'] : ['down', '▼', 'new and friendly'];
  }
  if (Math.abs(change) >= SLIGHT) {
    return change > 0 ? ['up', '▲', 'more hostile'] : ['down', '▼', 'warmer'];
  }
  if (Math.abs(surprise) < 1) {
    return ['same', '≈', 'about the same'];
  }
  return surprise > 0 ? ['up', '▲', tension > 0 ? 'as hostile, and more often' : 'fewer friendly events'] : ['down', '▼', tension < 0 ? 'as friendly, and more often' : 'fewer hostile events'];
}

export function mover({pair, why, params}) {
  const bound = support(pair.events);
  const [kind, sign, words] = way(pair);
  const isNew = pair.change === undefined;
  return h('li', {class: `mover ${kind}`},
    h('div', {class: 'line-up'}, h('a', {class: 'pair', href: to(['pair', pair.pair], params)}, pairName(pair)), h('span', {class: 'way'}, h('span', {'aria-hidden': 'true'}, sign, ' '), words)),
    h('div', {class: 'travel-row'}, h('span', {}, isNew ? '' : signed(pair.tensionBefore, 0)),
      scaleBar({value: pair.tension, before: pair.tensionBefore, limit: 100, tone: tensionClass(pair.tension), label: isNew ? `Tension ${signed(pair.tension, 0)}, no history` : `Tension from ${signed(pair.tensionBefore, 0)} to ${signed(pair.tension, 0)}`}),
      h('b', {}, signed(pair.tension, 0))),
    why && h('blockquote', {}, sentence(why)),
    h('div', {class: 'source'}, why && `${why.outlet ?? 'Unknown outlet'}, ${dayMonth(why.publishedAt)} · `, plural(pair.events, 'event'), isNew ? [', ', tag('no history', 'dashed')] : `, ${count(pair.eventsBefore)} before`, ' · ', h('span', {class: `support ${bound}`}, `${bound} support`)));
}
