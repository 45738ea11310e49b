// Who toward whom: rows speak or act, columns are spoken of or acted upon. A cell's colour is the tone, its size the number of events.
import {h} from './dom.js';
import {plural, signed, toneClass, toneWords} from './format.js';
import {rangeLink, to} from './route.js';

export function matrix() {
  const table = h('table', {class: 'matrix'});
  const frame = h('div', {class: 'scroll'}, table);
  table.addEventListener('keydown', event => move(table, event));
  let shown = '';
  return {
    element: frame,
    show(answer, params) {
      const mark = JSON.stringify([answer, rangeLink(params)]);
      if (mark !== shown) {
        shown = mark;
        draw(table, answer, rangeLink(params));
      }
    },
  };
}

function draw(table, {actors, items}, params) {
  const cells = new Map(items.flatMap(({pair, forward, backward}) => [forward, backward].map(side => [`${side.source}>${side.target}`, {...side, pair}])));
  const most = Math.max(1, ...[...cells.values()].map(cell => cell.events));
  const focused = table.contains(document.activeElement) ? document.activeElement.dataset.cell : null;
  const head = h('thead', {}, h('tr', {}, h('td', {class: 'corner'}, 'from ↓ toward →'),
    actors.map(actor => h('th', {scope: 'col', title: actor.name}, h('span', {'aria-hidden': 'true'}, actor.code), h('span', {class: 'hidden'}, actor.name)))));
  const body = h('tbody', {}, actors.map(row => h('tr', {}, h('th', {scope: 'row', title: row.name}, h('span', {class: 'long'}, row.name), h('span', {class: 'short', 'aria-hidden': 'true'}, row.code)),
    actors.map(column => cellOf(row, column, cells.get(`${row.code}>${column.code}`), most, params)))));
  table.replaceChildren(h('caption', {class: 'hidden'}, 'Tone from the country of the row toward the country of the column. Arrow keys move from cell to cell.'), head, body);
  const links = [...table.querySelectorAll('a')];
  const again = links.find(link => link.dataset.cell === focused);
  (again ?? links[0])?.setAttribute('tabindex', '0');
  again?.focus({preventScroll: true});
}

function cellOf(row, column, cell, most, params) {
  if (row.code === column.code) {
    return h('td', {class: 'self'});
  }
  if (!cell || cell.events === 0) {
    return h('td');
  }
  const words = `${row.name} toward ${column.name}: ${plural(cell.events, 'event')}${cell.sentiment === undefined ? '' : `, ${signed(cell.sentiment)} ${toneWords(cell.sentiment)}`}`;
  const square = h('span', {class: `square tone-${toneClass(cell.sentiment)}`});
  square.style.setProperty('--size', `${7 + 15 * Math.sqrt(cell.events / most)}px`);
  return h('td', {}, h('a', {href: to(['pair', cell.pair], {...params, direction: `${row.code}-${column.code}`}), tabindex: -1, 'data-cell': `${row.code}>${column.code}`, title: words, 'aria-label': words}, square));
}

const STEPS = {ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0]};

/** Arrow keys go to the next cell in that direction that has events; one cell at a time can be reached by Tab. */
function move(table, event) {
  const step = STEPS[event.key];
  const cell = event.target.closest('td');
  if (!step || !cell) {
    return;
  }
  event.preventDefault();
  const rows = [...table.tBodies[0].rows];
  let [y, x] = [rows.indexOf(cell.parentElement) + step[0], cell.cellIndex + step[1]];
  for (; rows[y]?.cells[x]; y += step[0], x += step[1]) {
    const link = rows[y].cells[x].querySelector('a');
    if (link) {
      event.target.setAttribute('tabindex', '-1');
      link.setAttribute('tabindex', '0');
      link.focus();
      return;
    }
  }
}
