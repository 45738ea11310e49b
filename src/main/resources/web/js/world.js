// The first page: what changed, between whom, how sure, and why.
import {alertCard} from './alertcard.js';
import {actors, get} from './api.js';
import {gathered, h, keyed} from './dom.js';
import {eventList} from './events.js';
import {explain} from './explain.js';
import {TONES, count, plural, span} from './format.js';
import {on} from './live.js';
import {geometry, worldMap} from './map.js';
import {matrix} from './matrix.js';
import {mover, reasons} from './movers.js';
import {pairTable} from './pairtable.js';
import {card, empty, failed, loading, nameOf, rangePicker} from './parts.js';
import {current, go, range, rangeLink, to, withParams} from './route.js';

const MOVERS = 5;
const LEAST = 4;
const ALERTS = 4;
const EVENTS = 6;
const PAIRS = 200;

export function show(main, params) {
  const stop = new AbortController();
  const lead = h('p', {class: 'lead'}, '\u00a0');
  const picker = h('div', {class: 'head-tools'});
  const body = h('div', {}, loading('the world', 480));
  main.replaceChildren(h('div', {class: 'head'}, h('div', {}, h('h1', {tabindex: -1}, 'Relations between countries'), lead), picker), body);
  let latest = params;
  let page = null;

  async function refresh() {
    const asked = latest;
    try {
      const data = await load(asked, stop.signal);
      if (stop.signal.aborted || asked !== latest) {
        return;
      }
      const isEmpty = data.pairs.total === 0 && data.events.length === 0 && !asked.actor;
      lead.replaceChildren(...(isEmpty ? ['Coded from the news, live.'] : summary(data, asked)));
      if (isEmpty) {
        page = null;
        body.replaceChildren(nothing());
        return;
      }
      page ??= await build(body, data.names);
      page.show(data, asked);
    } catch (failure) {
      if (failure.name !== 'AbortError' && page === null) {
        body.replaceChildren(failed(failure, refresh));
      }
    }
  }

  const soon = gathered(refresh, 400, 1500);
  const off = [...['pairs', 'alert', 'attention', 'reset'].map(name => on(name, soon)), on('events', ({items}) => {
    page?.pulse(new Set(items.map(event => event.pair)));
    soon();
  })];
  const update = next => {
    latest = next;
    picker.replaceChildren(rangePicker(next));
    refresh();
  };
  update(params);
  return {title: 'World', update, close: () => (stop.abort(), off.forEach(end => end()))};
}

async function load(params, signal) {
  const days = range(params);
  const scope = {...days, actor: params.actor};
  const narrow = matchMedia('(max-width: 640px)').matches;
  const most = get('/pairs', {...scope, sort: 'change', minEvents: LEAST, limit: MOVERS}, signal);
  const [names, pairs, changed, why, grid, alerts, events] = await Promise.all([
    actors(),
    get('/pairs', {...scope, limit: PAIRS}, signal),
    most,
    most.then(({items}) => reasons(items, days, signal)),
    get('/matrix', {...days, actors: narrow ? 9 : 16}, signal),
    get('/alerts', {state: 'open', muted: false, limit: 200}, signal),
    latestEvents(params.actor, signal),
    geometry(),
  ]);
  return {names, pairs, changed: changed.items, why, grid, alerts: alerts.items, events};
}

/** Newest first, of one actor or of all. */
async function latestEvents(actor, signal) {
  const asked = actor ? [{source: actor}, {target: actor}] : [{}];
  const answers = await Promise.all(asked.map(side => get('/events', {...side, limit: EVENTS}, signal)));
  return answers.flatMap(answer => answer.items).sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1)).slice(0, EVENTS);
}

function summary({pairs, names}, params) {
  const sum = pairs.items.reduce((total, pair) => total + pair.events, 0);
  const part = pairs.total > pairs.items.length;
  return [...(params.actor ? [h('b', {}, nameOf(names, params.actor)), ' (', h('a', {href: withParams({actor: ''})}, 'show all'), ') · '] : []),
    h('b', {}, span(pairs)), ` · ${plural(sum, 'event')} ${part ? `in the ${PAIRS} busiest of` : 'between'} ${plural(pairs.total, 'pair')}`];
}

const nothing = () => h('div', {class: 'card'}, empty('Nothing has been coded yet',
  h('p', {}, 'As soon as articles arrive, pairs of countries appear here by themselves.'),
  h('p', {}, 'Send some: ', h('code', {}, 'bin/entente publish articles.jsonl'), ', or see what Entente makes of a text: ', h('a', {href: '#/code'}, 'paste one'), '.')));

async function build(body, names) {
  const map = await worldMap(pair => go(to(['pair', pair], rangeLink(current().params))));
  const grid = matrix();
  const table = pairTable();
  const movers = h('ol', {class: 'movers'});
  const alerts = h('ol', {class: 'alertlist'});
  const alertNote = h('p', {class: 'more'});
  const mapNote = h('p', {class: 'note'});
  const events = eventList({label: 'Latest events', names, withPair: true});
  // To the left the answers, to the right the pictures; on a phone one below the other, in an order of their own (views.css).
  body.replaceChildren(h('div', {class: 'columns world'},
    h('div', {class: 'stack'},
      card('What changed most', {id: 'movers-card', class: 'card at-movers', tools: explain('change'), note: 'Tension, −100 harmony to +100 hostility, against as many days before'}, movers),
      card('Open alerts', {id: 'alerts-card', class: 'card at-alerts'}, alerts, alertNote)),
    h('div', {class: 'stack'},
      card('Tone between countries', {id: 'map-card', class: 'card at-map', tools: legend()}, map.element, mapNote),
      card('Who toward whom', {id: 'matrix-card', class: 'card at-matrix', tools: explain('sentiment', 'tone'), note: 'The busiest countries and blocs. Colour is tone, size is number of events.'}, grid.element),
      card('Pairs', {id: 'pairs-card', class: 'card at-pairs', tools: explain('tension')}, table.element)),
    card('Latest events', {id: 'events-card', class: 'card at-events'}, events.element)));
  return {
    pulse: map.pulse,
    show(data, params) {
      const shown = map.show(data.pairs.items);
      mapNote.textContent = `${shown < data.pairs.total ? `The ${count(shown)} busiest of ${count(data.pairs.total)} pairs. ` : ''}Width is number of events. Choose an arc to see the pair.`;
      grid.show(data.grid, params);
      table.show(data.pairs, params);
      const changed = data.changed.map(pair => ({pair, why: data.why.get(pair.pair), params: rangeLink(params)}));
      keyed(movers, changed.length ? changed : [null], item => item?.pair.pair ?? '', item => (item ? mover(item) : h('li', {class: 'note'}, `No pair has ${LEAST} events in these days.`)));
      showAlerts(alerts, alertNote, data.alerts.filter(alert => !params.actor || alert.pair.split('-').includes(params.actor)), names);
      events.show(data.events, {params});
    },
  };
}

const RANK = {CRITICAL: 0, WARNING: 1, INFO: 2};

function showAlerts(list, note, alerts, names) {
  const sorted = [...alerts].sort((a, b) => RANK[a.severity] - RANK[b.severity] || (a.updatedAt < b.updatedAt ? 1 : -1));
  keyed(list, sorted.length ? sorted.slice(0, ALERTS) : [null], alert => alert?.id ?? '',
    alert => (alert ? alertCard(alert, names, {href: to(['alerts', alert.id])}) : h('li', {class: 'note'}, 'None: every pair is within its own usual range.')));
  note.replaceChildren(h('a', {href: '#/alerts'}, sorted.length > ALERTS ? `All ${sorted.length} open alerts` : 'All alerts'));
}

/** What the colours of the map mean. */
const legend = () => h('div', {class: 'legend'}, h('span', {}, 'hostile'), TONES.map(({name, label}) => h('i', {class: `tone-${name}`, title: label})), h('span', {}, 'friendly'), explain('sentiment', 'tone'));
