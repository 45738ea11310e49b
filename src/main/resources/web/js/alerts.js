// Alerts: the list, live, and beside it why.
import {kindName} from './alertcard.js';
import {actors, get} from './api.js';
import {announce, gathered, h, keyed} from './dom.js';
import {episodeItem, episodes} from './episodes.js';
import {plural} from './format.js';
import {on} from './live.js';
import {muteList} from './mutes.js';
import {alertSubject, empty, failed, loading, nameOf} from './parts.js';
import {current, go, to, withParams} from './route.js';
import {why} from './why.js';

const KINDS = ['TENSION_SURGE', 'VOLUME_SURGE', 'THAW', 'SEVERE_EVENT', 'BREAKTHROUGH', 'FIRST_CONTACT', 'RENEWED_CONTACT', 'FEED_SURGE', 'FEED_DROP'];
const STATES = [['open', 'open'], ['open,resolved,withdrawn', 'all'], ['resolved', 'resolved'], ['withdrawn', 'withdrawn']];

/** What the server is asked for, by the address. */
const asked = params => ({
  state: params.state ?? 'open', severity: params.severity, kind: params.kind, pair: params.pair, actor: params.actor,
  muted: params.muted ? undefined : false, acknowledged: params.seen === 'no' ? false : undefined, limit: 100,
});

export function show(main, params, [id]) {
  const stop = new AbortController();
  const list = h('ol', {class: 'alertlist', 'aria-label': 'Alerts'});
  const note = h('p', {class: 'lead'}, '\u00a0');
  const filters = h('div', {class: 'filters'});
  const listBox = h('div', {class: 'card'}, loading('alerts', 300));
  const side = h('div', {class: 'whybox'});
  const mutes = muteList();
  const columns = h('div', {class: 'columns alerts'}, h('div', {class: 'stack'}, listBox, mutes.element), side);
  main.replaceChildren(h('div', {class: 'head'}, h('div', {}, h('h1', {tabindex: -1}, 'Alerts'), note)), filters, columns);
  let state = {params, id};
  let items = null;
  let panel = null;
  let filtersOf = '';
  /** Episodes of which every alert is shown. */
  const opened = new Set();

  async function refresh() {
    const mine = state.params;
    try {
      const [names, answer, days] = await Promise.all([actors(), get('/alerts', asked(mine), stop.signal), get('/days', {}, stop.signal)]);
      mutes.refresh(names).catch(() => {});
      if (mine === state.params) {
        items = answer.items;
        draw(names, answer.next !== undefined, days.items);
      }
    } catch (failure) {
      if (failure.name !== 'AbortError' && items === null) {
        listBox.replaceChildren(failed(failure, refresh));
      }
    }
  }

  function draw(names, more, days) {
    const stories = episodes(items);
    drawFilters(names);
    note.textContent = `${items.length ? `${plural(items.length, 'alert')}${more ? ' or more' : ''} in ${plural(stories.length, 'episode')}, last changed first. ` : ''}Each pair is compared with its own history only.`;
    if (items.length === 0) {
      listBox.replaceChildren(nothing(state.params, days));
      return;
    }
    if (list.parentElement !== listBox) {
      listBox.replaceChildren(list);
    }
    const shown = stories.map(story => {
      const here = [story.head, ...story.others].some(alert => alert.id === state.id);
      return {story, chosen: here ? state.id : '', open: opened.has(story.id) || here && state.id !== story.head.id, params: state.params};
    });
    keyed(list, shown, item => item.story.id, ({story, chosen, open}) => episodeItem(story, names, {params: state.params, chosen, open, toggle: (id, isOpen) => opened[isOpen ? 'add' : 'delete'](id)}));
  }

  function drawFilters(names) {
    const mark = JSON.stringify(state.params);
    if (mark !== filtersOf) {
      filtersOf = mark;
      const name = document.activeElement?.dataset?.filter;
      filters.replaceChildren(...controls(state.params, names));
      filters.querySelector(`[data-filter="${name}"]`)?.focus();
    }
  }

  function open() {
    columns.classList.toggle('chosen', Boolean(state.id));
    filters.classList.toggle('behind-why', Boolean(state.id));
    if (panel?.id === state.id && panel) {
      return;
    }
    panel = state.id ? why(side, state.id, () => go(to(['alerts'], current().params))) : null;
    if (!panel) {
      side.replaceChildren(h('div', {class: 'card hint'}, empty('Why?', h('p', {}, 'Choose an alert to see what was observed, what was expected, and the sentences behind it.'))));
    }
  }

  const soon = gathered(refresh, 150, 800);
  const all = () => (soon(), panel?.refresh());
  const off = [on('attention', all), on('reset', all), on('alert', alert => {
    if (!alert.removed && alert.state === 'OPEN' && items && !items.some(known => known.id === alert.id)) {
      actors().then(names => announce(`New alert: ${alert.severity.toLowerCase()}, ${kindName(alert.kind)}, ${alertSubject(alert, names)}`), () => {});
    }
    soon();
    if (alert.id === state.id) {
      panel?.refresh();
    }
  })];
  const update = (nextParams, [nextId]) => {
    state = {params: nextParams, id: nextId};
    open();
    refresh();
  };
  update(params, [id]);
  return {title: 'Alerts', update, close: () => (stop.abort(), off.forEach(end => end()))};
}

const FILTERS = ['state', 'severity', 'kind', 'pair', 'actor', 'seen'];
const YOUNG = 14;

/** Why there is none: nothing was read yet, the filters leave all out, it is too early to tell, or all is as usual. */
function nothing(params, days) {
  const age = days.length ? (Date.parse(days[days.length - 1].day) - Date.parse(days[0].day)) / 86_400_000 + 1 : 0;
  if (age === 0) {
    return empty('Nothing has been coded yet', h('p', {}, 'Alerts come from events, and there is no event yet. Send articles: ', h('code', {}, 'bin/entente publish articles.jsonl'), '.'));
  }
  if (FILTERS.some(name => params[name])) {
    return empty('No alert matches these filters', h('p', {}, h('a', {href: to(['alerts'])}, 'Open alerts, without filters')));
  }
  return age < YOUNG
    ? empty('Too early to tell', h('p', {}, `The feed is ${plural(age, 'day')} old. What is out of the ordinary is known once it is ${YOUNG} days old; severe events are reported from the first day.`))
    : empty('Nothing out of the ordinary', h('p', {}, 'No alert is open: every pair is within its own usual range.'));
}

function controls(params, names) {
  const choice = (name, label, options) => h('label', {}, label, ' ', h('select', {'data-filter': name, onchange: event => go(withParams({[name]: event.target.value === options[0][0] ? '' : event.target.value}))},
    options.map(([value, words]) => h('option', {value, selected: (params[name] ?? options[0][0]) === value}, words))));
  const check = (name, value, words) => h('label', {class: 'check'}, h('input', {type: 'checkbox', 'data-filter': name, checked: params[name] === value, onchange: event => go(withParams({[name]: event.target.checked ? value : ''}))}), words);
  return [
    choice('state', 'State', STATES),
    choice('severity', 'Severity', [['', 'any'], ['warning', 'warning and above'], ['critical', 'critical']]),
    choice('kind', 'Kind', [['', 'any'], ...KINDS.map(kind => [kind.toLowerCase(), kindName(kind)])]),
    ...(params.pair ? [h('a', {class: 'button', href: withParams({pair: ''})}, params.pair.split('-').map(code => nameOf(names, code)).join(' – '), ' ×')] : []),
    ...(params.actor ? [h('a', {class: 'button', href: withParams({actor: ''})}, nameOf(names, params.actor), ' ×')] : []),
    check('muted', 'show', 'show muted'),
    check('seen', 'no', 'unseen only'),
  ];
}
