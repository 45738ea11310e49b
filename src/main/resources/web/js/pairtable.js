// The pairs as a table: what the map shows, for keyboard and screen reader, with all numbers.
import {h} from './dom.js';
import {count, signed} from './format.js';
import {pairName, sentiment, severityBadge} from './parts.js';
import {range, rangeLink, to} from './route.js';

const FIRST = 10;

export function pairTable() {
  const body = h('tbody');
  const more = h('p', {class: 'more'});
  const column = (name, kind) => h('th', {scope: 'col', class: kind}, name);
  const table = h('table', {class: 'table pairs'}, h('caption', {class: 'hidden'}, 'Pairs by number of events'),
    h('thead', {}, h('tr', {}, column('Pair'), column('Events', 'right'), column('Sentiment'), column('Tension', 'right'), column('Open alerts'))), body);
  let all = false;
  let shown = null;
  function draw() {
    const {answer, params} = shown;
    const items = all ? answer.items : answer.items.slice(0, FIRST);
    const rest = answer.items.length - items.length;
    body.replaceChildren(...items.map(pair => row(pair, rangeLink(params))));
    more.replaceChildren(...(rest > 0 ? [h('button', {type: 'button', class: 'button', onclick: () => ((all = true), draw())}, `Show ${count(rest)} more`), ' '] : []), h('a', {href: csv(params), download: 'pairs.csv'}, 'All as CSV'));
  }
  return {
    element: h('div', {}, h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of pairs'}, table), more),
    show(answer, params) {
      const mark = JSON.stringify([answer, range(params), params.actor]);
      if (shown?.mark !== mark) {
        shown = {answer, params, mark};
        draw();
      }
    },
  };
}

const csv = params => 'api/v1/pairs?' + new URLSearchParams({...range(params), ...(params.actor ? {actor: params.actor} : {}), format: 'csv'});

function row(pair, params) {
  return h('tr', {},
    h('th', {scope: 'row'}, h('a', {href: to(['pair', pair.pair], params)}, pairName(pair))),
    h('td', {class: 'right'}, count(pair.events)),
    h('td', {}, sentiment(pair.sentiment)),
    h('td', {class: 'right'}, `${signed(pair.tensionBefore, 0)} → `, h('b', {}, signed(pair.tension, 0))),
    h('td', {}, pair.openAlerts > 0 && [severityBadge(pair.severity), pair.openAlerts > 1 && ` ${pair.openAlerts}`]));
}
