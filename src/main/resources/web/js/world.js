// The first page: what changed, between whom, how sure, and why.
import {actors, get} from './api.js';
import {gathered, h, keyed} from './dom.js';
import {episodeItem, episodes} from './episodes.js';
import {eventList} from './events.js';
import {explain} from './explain.js';
import {TONES, count, dayMonth, plural, span} from './format.js';
import {on} from './live.js';
import {geometry, worldMap} from './map.js';
import {matrix} from './matrix.js';
import {mover, reasons} from './movers.js';
import {pairTable} from './pairtable.js';
import {card, empty, failed, loading, nameOf, rangePicker} from './parts.js';
import {current, go, range, rangeLink, to, withParams} from './route.js';
import {timeSlider} from './timeslider.js';

const MOVERS = 5;
/** From this many days on an alert by numbers is possible. */
const YOUNG = 14;
const ALERTS = 4;
const EVENTS = 6;
const PAIRS = 200;

export function show(main, params) {
  const stop = new AbortController();
  const lead = h('p', {class: 'lead'}, '\u00a0');
  const picker = rangePicker();
  const slider = timeSlider(at => go(withParams({at, from: '', to: '', days: latest.from && latest.to ? '' : latest.days}), {replace: true}));
  const body = h('div', {}, loading('the world', 480));
  main.replaceChildren(h('div', {class: 'head'}, h('div', {}, h('h1', {tabindex: -1}, 'Relations between countries'), lead), h('div', {class: 'head-tools'}, picker.element)), slider.element, body);
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
      picker.show(asked, data.pairs);
      slider.show(data.days, data.pairs);
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
    picker.show(next);
    refresh();
  };
  update(params);
  return {title: 'World', update, close: () => (stop.abort(), slider.stop(), off.forEach(end => end()))};
}

async function load(params, signal) {
  const asked = range(params);
  const scope = {...asked, actor: params.actor};
  const narrow = matchMedia('(max-width: 640px)').matches;
  const most = get('/pairs', {...scope, sort: 'surprise', limit: MOVERS}, signal);
  const [names, pairs, days, changed, why, grid, alerts, events] = await Promise.all([
    actors(),
    get('/pairs', {...scope, limit: PAIRS}, signal),
    get('/days', {actor: params.actor}, signal),
    most,
    most.then(({items}) => reasons(items, asked, signal)),
    get('/matrix', {...scope, actors: narrow ? 9 : 16}, signal),
    openAlerts(asked, params.actor, signal),
    get('/events', {...scope, limit: 2 * EVENTS}, signal),
    geometry(),
  ]);
  return {names, pairs, days: days.items, changed: changed.items, why, grid, alerts, events: events.items};
}

/** Alerts that are open now; of days in the past those that were open at the end of them. */
async function openAlerts({from, to: end}, actor, signal) {
  if (!end) {
    return (await get('/alerts', {state: 'open', muted: false, actor, limit: 200}, signal)).items;
  }
  const {items} = await get('/alerts', {state: 'open,resolved', from, actor, limit: 500}, signal);
  return items.filter(alert => alert.openedAt < end && !(alert.resolvedAt < end));
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
  const moversNote = h('p', {class: 'note more'});
  const blocs = h('input', {type: 'checkbox', onchange: () => go(withParams({blocs: blocs.checked ? '' : 'no'}), {replace: true})});
  const events = eventList({label: 'Latest events', names, withPair: true});
  // To the left the answers, to the right the pictures; on a phone one below the other, in an order of their own (views.css).
  body.replaceChildren(h('div', {class: 'columns world'},
    h('div', {class: 'stack'},
      card('What changed most', {id: 'movers-card', class: 'card at-movers', tools: explain('change'), note: 'Tension, −100 harmony to +100 hostility, against as many days before. The more surprising first, and what is hostile before what is friendly.'}, movers, moversNote),
      card('Open alerts', {id: 'alerts-card', class: 'card at-alerts'}, alerts, alertNote)),
    h('div', {class: 'stack'},
      card('Tone between countries', {id: 'map-card', class: 'card at-map', tools: [h('label', {class: 'check'}, blocs, 'Blocs'), legend()]}, map.element, mapNote),
      card('Who toward whom', {id: 'matrix-card', class: 'card at-matrix', tools: explain('sentiment', 'tone'), note: 'The busiest countries and blocs. Colour is tone, size is number of events.'}, grid.element),
      card('Pairs', {id: 'pairs-card', class: 'card at-pairs', tools: explain('tension')}, table.element)),
    card('Latest events', {id: 'events-card', class: 'card at-events'}, events.element)));
  return {
    pulse: map.pulse,
    show(data, params) {
      blocs.checked = params.blocs !== 'no';
      const shown = map.show(blocs.checked ? data.pairs.items : data.pairs.items.filter(pair => pair.first.kind !== 'BLOC' && pair.second.kind !== 'BLOC'));
      mapNote.textContent = `${shown < data.pairs.total ? `${count(shown)} of ${count(data.pairs.total)} pairs, the busiest that have a place. ` : ''}Width is number of events. A diamond is a bloc, drawn where there is room. Choose an arc to see the pair.`;
      grid.show(data.grid, params);
      table.show(data.pairs, params);
      const changed = data.changed.map(pair => ({pair, why: data.why.get(pair.pair), params: rangeLink(params)}));
      keyed(movers, changed.length ? changed : [null], item => item?.pair.pair ?? '', item => (item ? mover(item) : h('li', {class: 'note'}, 'No pair has an event in these days.')));
      moversNote.textContent = history(data);
      moversNote.hidden = !moversNote.textContent;
      showAlerts(alerts, alertNote, data, params);
      events.show(data.events, {params, most: EVENTS});
    },
  };
}

const RANK = {CRITICAL: 0, WARNING: 1, INFO: 2};

/** Where the feed begins within the days before, the comparison is not a fair one. */
function history({pairs, days}) {
  const length = Date.parse(pairs.to) - Date.parse(pairs.from);
  const before = Date.parse(pairs.from) - length;
  return days.length && Date.parse(days[0].day) > before ? `The feed begins on ${dayMonth(days[0].day)}: ${Date.parse(days[0].day) >= Date.parse(pairs.from) ? 'there is nothing before to compare with' : 'the days before are not complete'}.` : '';
}

/** What no alert means: nothing unusual only once there is something usual. */
function noAlert({days}) {
  const age = days.length ? (Date.parse(days[days.length - 1].day) - Date.parse(days[0].day)) / 86_400_000 + 1 : 0;
  if (age === 0) {
    return 'None: nothing has been coded yet.';
  }
  return age < YOUNG ? `None yet: the feed is ${plural(age, 'day')} old, and what is usual is known after ${YOUNG}.` : 'None: every pair is within its own usual range.';
}

function showAlerts(list, note, data, params) {
  const {alerts, names} = data;
  const sorted = episodes(alerts).sort(({head: a}, {head: b}) => RANK[a.severity] - RANK[b.severity] || (a.updatedAt < b.updatedAt ? 1 : -1));
  keyed(list, sorted.length ? sorted.slice(0, ALERTS) : [null], story => story?.id ?? '',
    story => (story ? episodeItem(story, names, {level: 'h3'}) : h('li', {class: 'note'}, noAlert(data))));
  note.replaceChildren(h('a', {href: to(['alerts'], {actor: params.actor})}, alerts.length > ALERTS ? `All ${alerts.length} open alerts` : 'All alerts'));
}

/** What the colours of the map mean. */
const legend = () => h('div', {class: 'legend'}, h('span', {}, 'hostile'), TONES.map(({name, label}) => h('i', {class: `tone-${name}`, title: label})), h('span', {}, 'friendly'), explain('sentiment', 'tone'));
