// One relation: both directions, over time, and the sentences behind it.
import {actors, get} from './api.js';
import {alertCard} from './alertcard.js';
import {announce, gathered, h, keyed} from './dom.js';
import {eventList} from './events.js';
import {explain} from './explain.js';
import {count, day, daysBetween, hour, plural, signed, span, support, when} from './format.js';
import {on} from './live.js';
import {card, empty, failed, loading, nameOf, pairName, rangePicker} from './parts.js';
import {directionCard, mix, tensionCard} from './sides.js';
import {go, range, rangeLink, to, withParams} from './route.js';
import {TYPES, typeWords} from './words.js';
import {classLegend, seriesTable, timeline} from './timeline.js';

const PAGE = 15;

export function show(main, params, [id]) {
  const stop = new AbortController();
  const heading = h('h1', {tabindex: -1}, id.replace('-', ' – '));
  const lead = h('p', {class: 'lead'}, '\u00a0');
  const picker = rangePicker();
  const body = h('div', {}, loading('the pair', 480));
  main.replaceChildren(h('div', {class: 'head'}, h('div', {}, h('p', {class: 'crumb'}, h('a', {href: to([], rangeLink(params))}, 'World'), ' / pair'), heading, lead), h('div', {class: 'head-tools'}, picker.element)), body);
  let latest = params;
  let page = null;
  let wanted = PAGE;
  let dayShown = params.day;

  async function refresh() {
    const asked = latest;
    const days = range(asked);
    const scope = asked.day ? oneDay(asked) : days;
    const filter = {...eventFilter(id, asked), limit: wanted};
    try {
      const [names, pair, events, statements] = await Promise.all([actors(), get(`/pairs/${encodeURIComponent(id)}`, {...days, granularity: asked.by === 'hour' ? 'hour' : undefined}, stop.signal),
        get('/events', filter, stop.signal), get('/statements', {pair: id, ...scope, limit: 500}, stop.signal)]);
      if (stop.signal.aborted || asked !== latest) {
        return;
      }
      heading.textContent = pairName(pair);
      document.title = `${pairName(pair)} · Entente`;
      picker.show(asked, pair);
      lead.replaceChildren(...verdict(pair));
      page ??= build(body, names, pair, asked, () => ((wanted += PAGE), refresh()));
      page.show({pair, events, statements: new Map(statements.items.map(statement => [statement.id, statement])), params: asked});
      if (asked.day !== dayShown) {
        dayShown = asked.day;
        page.toEvents(asked, events);
      }
    } catch (failure) {
      if (failure.name !== 'AbortError' && (page === null || asked === latest && failure.status !== 0)) {
        page = null;
        body.replaceChildren(failure.status === 404 ? unknown(id) : failed(failure, refresh));
      }
    }
  }

  const soon = gathered(refresh, 400, 1500);
  const mine = ({items}) => items.some(item => item.pair === id) && soon();
  const off = [on('pairs', mine), on('events', mine), on('alert', alert => (alert.removed || alert.pair === id) && soon()), on('reset', soon), on('attention', soon)];
  const update = next => {
    latest = next;
    picker.show(next);
    refresh();
  };
  update(params);
  return {title: id, update, close: () => (stop.abort(), page?.close(), off.forEach(end => end()))};
}

const unknown = id => empty('Nothing is known of this pair', h('p', {}, `No event between ${id.split('-').join(' and ')} is remembered. It appears as soon as one is coded.`), h('p', {}, h('a', {href: '#/'}, 'All pairs')));

/** Which events: the filters of the page, as the API names them. */
function eventFilter(id, params) {
  const [source, target] = params.direction?.split('-') ?? [];
  return {pair: id, ...(params.day ? oneDay(params) : range(params)), source, target, type: params.type, status: params.status, sign: params.sign, q: params.q};
}

const csvFilter = (id, params) => Object.entries({...eventFilter(id, params), format: 'csv', limit: 500}).filter(([, value]) => value !== undefined && value !== '');

/** The window that was chosen in the chart. */
function oneDay({day, by}) {
  const from = new Date(day);
  if (Number.isNaN(from.getTime())) {
    return {};
  }
  return {from: from.toISOString(), to: new Date(from.getTime() + (by === 'hour' ? 3_600_000 : 86_400_000)).toISOString()};
}

/** In one sentence: what changed, and on how much that rests. */
function verdict(pair) {
  const n = daysBetween(pair);
  const bound = support(pair.events);
  const compared = pair.change === undefined
    ? [h('b', {}, pair.events ? 'No history' : 'No events'), pair.events ? `: nothing was reported in the ${plural(n, 'day')} before. Tension ` : ' in these days or as many before. Tension ', h('b', {}, signed(pair.tension, 0))]
    : [h('b', {}, Math.abs(pair.change) < 5 ? 'About as tense as' : pair.change > 0 ? 'More hostile than' : 'Warmer than'), ` in the ${plural(n, 'day')} before: tension ${signed(pair.tensionBefore, 0)} → `, h('b', {}, signed(pair.tension, 0))];
  return [...compared, `. ${plural(pair.events, 'event')}, ${count(pair.eventsBefore)} before; `,
    h('span', {class: 'whole'}, h('span', {class: `support ${bound}`}, `${bound} support`), explain('support')), h('br'), span(pair), ...(pair.lastEventAt ? [', last event ', when(pair.lastEventAt)] : [])];
}

function build(body, names, pair, params, more) {
  const sides = h('div', {class: 'sides'});
  const chart = timeline(start => go(withParams({day: start, event: ''})));
  const numbers = h('details', {class: 'more'}, h('summary', {}, 'The numbers as a table'));
  const tableBox = h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of windows, scrollable'});
  numbers.append(tableBox);
  const csv = h('a', {class: 'button', download: `${pair.pair}.csv`}, 'CSV');
  const hourSwitch = h('span');
  const types = h('div', {class: 'mix'});
  const alertList = h('ol', {class: 'alertlist'});
  const filters = h('div', {class: 'filters'});
  const events = eventList({label: 'Events', names});
  const foot = h('p', {class: 'more'});
  const eventsCsv = h('a', {class: 'button', download: `${pair.pair}-events.csv`}, 'Events as CSV');
  const eventsCard = card('Events', {id: 'events-card', class: 'card at-events', tools: [explain('events'), eventsCsv]}, filters, events.element, foot);
  body.replaceChildren(h('div', {class: 'stack'}, sides, h('div', {class: 'columns pair'},
    h('div', {class: 'stack'}, card('Over time', {id: 'time-card', class: 'card at-time', tools: [hourSwitch, csv]}, directionLegend(pair, names), chart.element, classLegend(), numbers), eventsCard),
    h('div', {class: 'stack pair-side'}, card('Alerts', {id: 'alerts-card', class: 'card at-alerts'}, alertList), card('Event mix', {id: 'mix-card', class: 'card at-mix', tools: [explain('quad', 'the classes')]}, types)))));
  let tableMark = '';
  return {
    close: chart.close,
    /** Where the events of a day that was chosen are. */
    toEvents({day: chosen, by}, {items, next}) {
      if (chosen) {
        eventsCard.scrollIntoView({block: 'start'});
        announce(`${next ? `${items.length} or more events` : plural(items.length, 'event')} ${by === 'hour' ? `at ${hour(chosen)}` : `on ${day(chosen)}`}`);
      }
    },
    show({pair: now, events: found, statements, params: asked}) {
      sides.replaceChildren(directionCard(now.forward, now.baseline[0], names, 'a'), directionCard(now.backward, now.baseline[1], names, 'b'), tensionCard(now));
      chart.show(now);
      const mark = JSON.stringify(now.series);
      if (mark !== tableMark) {
        tableMark = mark;
        tableBox.replaceChildren(seriesTable(now));
      }
      csv.setAttribute('href', `api/v1/pairs/${encodeURIComponent(now.pair)}?${new URLSearchParams({...range(asked), format: 'csv'})}`);
      hourSwitch.replaceChildren(byHour(asked, now));
      types.replaceChildren(...mix(now));
      if (now.alerts.length) {
        keyed(alertList, [...now.alerts].sort(byGravity), alert => alert.id, alert => alertCard(alert, names, {href: to(['alerts', alert.id])}));
      } else {
        alertList.replaceChildren(h('li', {class: 'note', 'data-key': 'none'}, 'None in these days.'));
      }
      eventsCard.querySelector('h2').textContent = asked.day && !Number.isNaN(Date.parse(asked.day)) ? `Events ${asked.by === 'hour' ? `at ${hour(asked.day)}` : `on ${day(asked.day)}`}` : 'Events';
      eventsCsv.setAttribute('href', `api/v1/events?${new URLSearchParams(csvFilter(now.pair, asked))}`);
      if (!filters.contains(document.activeElement)) {
        filters.replaceChildren(...controls(asked, now));
      }
      events.show(found.items, {params: asked, statements, openId: asked.event});
      foot.replaceChildren(...(found.next ? [h('button', {type: 'button', class: 'button', onclick: more}, 'More events')] : found.items.length ? [] : [h('span', {class: 'note'}, 'No event matches these filters.')]));
    },
  };
}

const RANK = {CRITICAL: 2, WARNING: 1, INFO: 0};
/** Open ones first, the gravest of them first. */
const byGravity = (one, other) => (other.state === 'OPEN') - (one.state === 'OPEN') || RANK[other.severity] - RANK[one.severity];

const directionLegend = (pair, names) => h('div', {class: 'legend words'}, [['a', pair.first, pair.second], ['b', pair.second, pair.first]].map(([mark, from, toward]) =>
  h('span', {}, h('i', {class: `line ${mark}`, 'aria-hidden': 'true'}), `${nameOf(names, from.code)} → ${nameOf(names, toward.code)}`)), h('span', {}, h('i', {class: 'swatch-band', 'aria-hidden': 'true'}), 'alert open'));

function byHour(params, pair) {
  const hourly = params.by === 'hour';
  if (!hourly && daysBetween(pair) > 14) {
    return h('span', {class: 'note'}, 'Hours: up to 14 days');
  }
  const button = (value, words) => h('button', {type: 'button', 'aria-pressed': String(hourly === (value === 'hour')), onclick: () => go(withParams({by: value, day: ''}))}, words);
  return h('span', {class: 'segments', role: 'group', 'aria-label': 'Size of windows'}, button('', 'Days'), button('hour', 'Hours'));
}

function controls(params, pair) {
  const set = (name, value) => go(withParams({[name]: value, event: ''}), {replace: true});
  const choice = (name, label, options) => h('label', {}, label, ' ', h('select', {onchange: event => (event.target.blur(), set(name, event.target.value))},
    options.map(([value, words]) => h('option', {value, selected: (params[name] ?? '') === value}, words))));
  const {first: {code: a}, second: {code: b}} = pair;
  const search = h('input', {type: 'search', value: params.q ?? '', placeholder: 'Words', 'aria-label': 'Words in sentence or headline', oninput: gathered(() => set('q', search.value.trim()), 350, 1500)});
  return [
    choice('direction', 'Direction', [['', 'both'], [`${a}-${b}`, `${a} → ${b}`], [`${b}-${a}`, `${b} → ${a}`]]),
    choice('type', 'Type', [['', 'any'], ...TYPES.map(type => [type, typeWords(type)])]),
    choice('sign', 'Sign', [['', 'any'], ['-1', 'hostile'], ['1', 'friendly'], ['0', 'neither']]),
    choice('status', 'Status', [['', 'any'], ['asserted', 'asserted'], ['intended', 'intended'], ['reported', 'reported']]),
    search,
    params.day && !Number.isNaN(Date.parse(params.day)) && h('a', {class: 'button', href: withParams({day: ''})}, `Only ${params.by === 'hour' ? hour(params.day) : day(params.day)} ×`),
  ].filter(Boolean);
}
