// Pieces that several views share.
import {ApiError, signIn} from './api.js';
import {h} from './dom.js';
import {fixed, signed, title, toneClass, toneWords, words} from './format.js';
import {go, withParams} from './route.js';

export function card(heading, {note, tools = [], id, ...props} = {}, ...content) {
  return h('section', {class: 'card', 'aria-labelledby': id, ...props}, h('header', {}, h('h2', {id}, heading), tools, note && h('p', {class: 'note'}, note)), content);
}

/** A square in the colour of a tone; the words beside it say the same. */
export const chip = x => h('span', {class: `chip tone-${toneClass(x)}`, 'aria-hidden': 'true'});
export const sentiment = x => h('span', {class: 'tone'}, chip(x), h('b', {}, signed(x)), ' ', toneWords(x));

/** An actor's name from a map of all; the code where there is none. */
export const nameOf = (names, code) => names.get(code)?.name ?? code;
export const pairName = pair => `${pair.first.name} – ${pair.second.name}`;
export const directionName = (names, {source, target}) => `${nameOf(names, source)} → ${nameOf(names, target)}`;

export function alertSubject(alert, names) {
  if (alert.pair === '*') {
    return 'The whole feed';
  }
  return alert.source && alert.target ? directionName(names, alert) : alert.pair.split('-').map(code => nameOf(names, code)).join(' – ');
}

const SEVERITY = {CRITICAL: '▲▲', WARNING: '▲', INFO: '●'};
export const severityBadge = severity =>
  h('span', {class: `badge ${severity.toLowerCase()}`}, h('span', {'aria-hidden': 'true'}, SEVERITY[severity] ?? '●'), ' ', title(severity));
export const tag = (text, kind = '') => h('span', {class: `tag ${kind}`}, text);
export const eventWords = event => `${title(event.event)}${event.status === 'asserted' ? '' : `, ${words(event.status)}`}`;
export const interval = d => (d.sentimentLow === undefined ? '' : `${fixed(d.sentimentLow)} to ${fixed(d.sentimentHigh)}`);

/** A value on a scale from −limit to limit: its interval as a bar, what was before as a ring, the value as a dot. */
export function scaleBar({value, low, high, before, limit = 1, tone, label}) {
  const at = x => `${((Math.max(-limit, Math.min(limit, x)) + limit) / (2 * limit)) * 100}%`;
  const bar = h('span', {class: 'scalebar', role: 'img', 'aria-label': label});
  const add = (name, left, right) => {
    const mark = h('i', {class: name});
    mark.style.left = at(left);
    if (right !== undefined) {
      mark.style.right = `${100 - parseFloat(at(right))}%`;
    }
    bar.append(mark);
  };
  add('zero', 0);
  if (low !== undefined && high !== undefined) {
    add(`range tone-${tone}`, low, high);
  }
  if (before !== undefined && value !== undefined) {
    add(`travel tone-${tone}`, Math.min(before, value), Math.max(before, value));
    add('before', before);
  }
  if (value !== undefined) {
    add(`now tone-${tone}`, value);
  }
  return bar;
}

/** Which days are shown. */
export function rangePicker(params) {
  const custom = Boolean(params.from && params.to);
  const days = custom ? '' : (params.days ?? '30');
  const button = n => h('button', {type: 'button', 'aria-pressed': String(days === n), onclick: () => go(withParams({days: n === '30' ? '' : n, from: '', to: '', day: ''}))}, n === '1' ? '1 day' : `${n} days`);
  const from = h('input', {type: 'date', 'aria-label': 'From', value: params.from ?? ''});
  const until = h('input', {type: 'date', 'aria-label': 'Up to, not included', value: params.to ?? ''});
  const apply = event => {
    event.preventDefault();
    if (from.value && until.value && from.value < until.value) {
      go(withParams({from: from.value, to: until.value, days: '', day: ''}));
    }
  };
  return h('div', {class: 'range'},
    h('div', {class: 'segments', role: 'group', 'aria-label': 'Days up to the latest event'}, ['1', '7', '30', '90'].map(button)),
    h('details', {class: 'menu'}, h('summary', {}, custom ? `${params.from} – ${params.to}` : 'Dates'), h('form', {class: 'dates', onsubmit: apply}, from, '–', until, h('button', {class: 'button'}, 'Show'))));
}

export function loading(what, height = 220) {
  const box = h('div', {class: 'skeleton', role: 'status', 'aria-label': `Loading ${what}`});
  box.style.minHeight = `${height}px`;
  return box;
}

export const empty = (heading, ...content) => h('div', {class: 'state'}, h('h2', {}, heading), content);

/** What went wrong and a way on. */
export function failed(failure, retry) {
  if (failure instanceof ApiError && failure.status === 401) {
    return signInForm();
  }
  return h('div', {class: 'state', role: 'alert'},
    h('h2', {}, failure.status === 404 ? 'Not found' : 'This could not be loaded'),
    h('p', {}, failure.message),
    h('button', {type: 'button', class: 'button', onclick: retry}, 'Try again'));
}

function signInForm() {
  const token = h('input', {type: 'password', autocomplete: 'current-password', id: 'token', required: true});
  const wrong = h('p', {role: 'alert'});
  const submit = async event => {
    event.preventDefault();
    try {
      await signIn(token.value);
      location.reload();
    } catch (failure) {
      wrong.textContent = failure.message;
    }
  };
  return h('form', {class: 'state', onsubmit: submit}, h('h2', {}, 'Who are you?'),
    h('p', {}, 'Others can reach this Entente, so it asks for its token (entente.http.token).'),
    h('p', {}, h('label', {for: 'token'}, 'Token '), token, ' ', h('button', {class: 'button'}, 'Sign in')), wrong);
}
