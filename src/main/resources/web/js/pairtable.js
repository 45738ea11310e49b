// The pairs as a table: what the map shows, for keyboard and screen reader, with all numbers; sorted and paged by the server.
import {get} from './api.js';
import {h} from './dom.js';
import {count, signed} from './format.js';
import {pairName, sentiment, severityBadge} from './parts.js';
import {go, range, rangeLink, to, withParams} from './route.js';

const FIRST = 10;
const MORE = 40;
const PAGE = 500;
/** Columns and what they sort by; an ascending order is the first one for names. */
const COLUMNS = [['Pair', 'pair', ''], ['Events', 'events', 'right'], ['Sentiment', 'sentiment', ''], ['Tension', 'tension', 'right'], ['Change', 'change', 'right'], ['Surprise', 'surprise', 'right'], ['Open alerts', null, '']];
const usual = sort => (sort === 'pair' ? 'asc' : 'desc');

export function pairTable() {
  const head = h('tr');
  const body = h('tbody');
  const note = h('p', {class: 'more'});
  const table = h('table', {class: 'table pairs'}, h('caption', {class: 'hidden'}, 'Pairs; the buttons in the head sort'), h('thead', {}, head), body);
  let wanted = FIRST;
  let state = null;
  let run = 0;

  async function refresh() {
    const mine = ++run;
    const {params, first} = state;
    const sort = sortOf(params);
    let answer = first;
    if (wanted > first.items.length && first.next || sort.by !== 'events' || sort.order !== 'desc') {
      answer = await load({...range(params), actor: params.actor, sort: sort.by, order: sort.order}, wanted).catch(() => null);
    }
    if (mine === run && answer) {
      draw(answer, params, sort);
    }
  }

  function draw({items, total}, params, sort) {
    const focused = head.contains(document.activeElement) ? document.activeElement.dataset.by : null;
    head.replaceChildren(...COLUMNS.map(column => heading(column, sort)));
    head.querySelector(`[data-by="${focused}"]`)?.focus();
    const shown = items.slice(0, wanted);
    body.replaceChildren(...shown.map(pair => row(pair, rangeLink(params))));
    const rest = total - shown.length;
    note.replaceChildren(`${count(shown.length)} of ${count(total)} `, ...(rest > 0 ? [h('button', {type: 'button', class: 'button', onclick: () => ((wanted += MORE), refresh())}, `Show ${count(Math.min(rest, MORE))} more`), ' '] : []),
      h('a', {href: csv(params, sort), download: 'pairs.csv'}, 'All as CSV'));
  }

  return {
    element: h('div', {}, h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of pairs'}, table), note),
    /** @param first page of the busiest pairs, which the map has loaded */
    show(first, params) {
      const mark = JSON.stringify([first, range(params), params.actor, sortOf(params)]);
      if (state?.mark !== mark) {
        state = {first, params, mark};
        refresh();
      }
    },
  };
}

/** Page by page, as the API has them. */
async function load(params, wanted) {
  let page = await get('/pairs', {...params, limit: Math.min(PAGE, wanted)});
  const {total} = page;
  const items = [...page.items];
  while (page.next && items.length < wanted) {
    page = await get('/pairs', {...params, limit: Math.min(PAGE, wanted - items.length), cursor: page.next});
    items.push(...page.items);
  }
  return {items, total};
}

function sortOf({sort, order}) {
  const by = COLUMNS.some(([, name]) => name && name === sort) ? sort : 'events';
  return {by, order: ['asc', 'desc'].includes(order) ? order : usual(by)};
}

function heading([words, by, kind], sort) {
  if (!by) {
    return h('th', {scope: 'col', class: kind}, words);
  }
  const here = by === sort.by;
  const next = here ? (sort.order === 'asc' ? 'desc' : 'asc') : usual(by);
  return h('th', {scope: 'col', class: kind, 'aria-sort': here && (sort.order === 'asc' ? 'ascending' : 'descending')},
    h('button', {type: 'button', class: 'sort', 'data-by': by, onclick: () => go(withParams({sort: by === 'events' && next === 'desc' ? '' : by, order: next === usual(by) ? '' : next}), {replace: true})},
      words, h('span', {'aria-hidden': 'true'}, here ? (sort.order === 'asc' ? ' ▲' : ' ▼') : '')));
}

const csv = (params, {by, order}) => 'api/v1/pairs?' + new URLSearchParams({...range(params), ...(params.actor ? {actor: params.actor} : {}), sort: by, order, format: 'csv'});

function row(pair, params) {
  const known = pair.change !== undefined;
  return h('tr', {},
    h('th', {scope: 'row'}, h('a', {href: to(['pair', pair.pair], params)}, pairName(pair))),
    h('td', {class: 'right'}, count(pair.events)),
    h('td', {}, sentiment(pair.sentiment)),
    h('td', {class: 'right'}, h('b', {}, signed(pair.tension, 0))),
    h('td', {class: 'right'}, known ? signed(pair.change, 0) : h('span', {class: 'note'}, 'no history')),
    h('td', {class: 'right'}, signed(pair.surprise, 1)),
    h('td', {}, pair.openAlerts > 0 && [severityBadge(pair.severity), pair.openAlerts > 1 && ` ${pair.openAlerts}`]));
}
