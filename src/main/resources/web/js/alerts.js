// Alerts: the list, live, and beside it why.
import {alertCard, kindName} from './alertcard.js';
import {actors, get} from './api.js';
import {announce, gathered, h, keyed} from './dom.js';
import {plural} from './format.js';
import {on} from './live.js';
import {alertSubject, empty, failed, loading} from './parts.js';
import {current, go, to, withParams} from './route.js';
import {why} from './why.js';

const KINDS = ['TENSION_SURGE', 'VOLUME_SURGE', 'THAW', 'SEVERE_EVENT', 'FIRST_CONTACT', 'RENEWED_CONTACT', 'FEED_SURGE', 'FEED_DROP'];
const STATES = [['open', 'open'], ['open,resolved,withdrawn', 'all'], ['resolved', 'resolved'], ['withdrawn', 'withdrawn']];

/** What the server is asked for, by the address. */
const asked = params => ({
  state: params.state ?? 'open', severity: params.severity, kind: params.kind, pair: params.pair,
  muted: params.muted ? undefined : false, acknowledged: params.seen === 'no' ? false : undefined, limit: 100,
});

export function show(main, params, [id]) {
  const stop = new AbortController();
  const list = h('ol', {class: 'alertlist', 'aria-label': 'Alerts'});
  const note = h('p', {class: 'lead'}, '\u00a0');
  const filters = h('div', {class: 'filters'});
  const listBox = h('div', {class: 'card'}, loading('alerts', 300));
  const side = h('div', {class: 'whybox'});
  const columns = h('div', {class: 'columns alerts'}, listBox, side);
  main.replaceChildren(h('div', {class: 'head'}, h('div', {}, h('h1', {tabindex: -1}, 'Alerts'), note)), filters, columns);
  let state = {params, id};
  let items = null;
  let panel = null;

  async function refresh() {
    const mine = state.params;
    try {
      const [names, answer] = await Promise.all([actors(), get('/alerts', asked(mine), stop.signal)]);
      if (mine === state.params) {
        items = answer.items;
        draw(names, answer.next !== undefined);
      }
    } catch (failure) {
      if (failure.name !== 'AbortError' && items === null) {
        listBox.replaceChildren(failed(failure, refresh));
      }
    }
  }

  function draw(names, more) {
    note.textContent = `${items.length ? `${plural(items.length, 'alert')}${more ? ' or more' : ''}, newest first. ` : ''}Each pair is compared with its own history only.`;
    if (items.length === 0) {
      listBox.replaceChildren(empty('Nothing out of the ordinary', h('p', {}, 'No alert matches these filters. Statistical alerts begin once the feed is 14 days old.')));
      return;
    }
    if (list.parentElement !== listBox) {
      listBox.replaceChildren(list);
    }
    keyed(list, items.map(alert => ({alert, selected: alert.id === state.id, params: state.params})), item => item.alert.id,
      ({alert, selected}) => alertCard(alert, names, {href: to(['alerts', alert.id], state.params), selected, level: 'h2'}));
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
    filters.replaceChildren(...controls(nextParams));
    open();
    refresh();
  };
  update(params, [id]);
  return {title: 'Alerts', update, close: () => (stop.abort(), off.forEach(end => end()))};
}

function controls(params) {
  const choice = (name, label, options) => h('label', {}, label, ' ', h('select', {onchange: event => go(withParams({[name]: event.target.value === options[0][0] ? '' : event.target.value}))},
    options.map(([value, words]) => h('option', {value, selected: (params[name] ?? options[0][0]) === value}, words))));
  const check = (name, value, words) => h('label', {class: 'check'}, h('input', {type: 'checkbox', checked: params[name] === value, onchange: event => go(withParams({[name]: event.target.checked ? value : ''}))}), words);
  return [
    choice('state', 'State', STATES),
    choice('severity', 'Severity', [['', 'any'], ['warning', 'warning and above'], ['critical', 'critical']]),
    choice('kind', 'Kind', [['', 'any'], ...KINDS.map(kind => [kind.toLowerCase(), kindName(kind)])]),
    ...(params.pair ? [h('a', {class: 'button', href: withParams({pair: ''})}, `${params.pair} ×`)] : []),
    check('muted', 'show', 'show muted'),
    check('seen', 'no', 'unseen only'),
  ];
}
