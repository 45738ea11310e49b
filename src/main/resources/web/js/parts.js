// Pieces that several views share.
import {ApiError, signIn} from './api.js';
import {h} from './dom.js';
import {fixed, signed, span, title, toneClass, toneWords, words} from './format.js';
import {dayAfter, go, length, range, rangeLink, withParams} from './route.js';
import {typeWords} from './words.js';

export function card(heading, {note, tools = [], id, ...props} = {}, ...content) {
  return h('section', {class: 'card', 'aria-labelledby': id, ...props}, h('header', {}, h('h2', {id}, heading), tools, note && h('p', {class: 'note'}, note)), content);
}

/** A square in the colour of a tone; the words beside it say the same. */
export const chip = x => h('span', {class: `chip tone-${toneClass(x)}`, 'aria-hidden': 'true'});
export const sentiment = x => h('span', {class: 'tone'}, chip(x), h('b', {}, signed(x)), ' ', toneWords(x));

/** An actor's name from a map of all; the code where there is none. */
export const nameOf = (names, code) => names.get(code)?.name ?? code;
export const pairName = pair => `${pair.first.name} – ${pair.second.name}`;
export const directionName = (names, {source, target}, arrow = '→') => `${nameOf(names, source)} ${arrow} ${nameOf(names, target)}`;

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
export const eventWords = event => `${typeWords(event.event)}${event.status === 'asserted' ? '' : `, ${words(event.status)}`}`;
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

/** Which days are shown: so many up to the latest event, or from one date to another, both included. */
export function rangePicker() {
  const buttons = h('div', {class: 'segments', role: 'group', 'aria-label': 'How many days'});
  const field = (id, words) => [h('label', {for: id}, words), h('input', {type: 'date', id, required: true})];
  const [fromLabel, from] = field('from', 'From');
  const [toLabel, to] = field('to', 'To, included');
  const wrong = h('p', {class: 'note', role: 'alert'});
  const summary = h('summary', {});
  const apply = event => {
    event.preventDefault();
    if (from.value > to.value) {
      wrong.textContent = 'The first day must not be after the last.';
      return;
    }
    wrong.textContent = '';
    menu.open = false;
    go(withParams({from: from.value, to: to.value, days: '', at: '', day: ''}));
  };
  const menu = h('details', {class: 'menu'}, summary, h('form', {class: 'dates', onsubmit: apply}, fromLabel, from, toLabel, to, h('button', {class: 'button'}, 'Show'), wrong));
  const button = (n, shown) => h('button', {type: 'button', 'aria-pressed': String(n === shown), onclick: () => go(withParams({days: n === '30' ? '' : n, from: '', to: '', day: ''}))}, n === '1' ? '1 day' : `${n} days`);
  return {
    element: h('div', {class: 'range'}, buttons, menu),
    /** @param answer whose days are shown; its `to` is exclusive */
    show(params, answer) {
      const custom = 'from' in rangeLink(params);
      const focused = buttons.contains(document.activeElement);
      buttons.replaceChildren(...['1', '7', '30', '90'].map(n => button(n, custom ? '' : length(params))));
      if (focused) {
        buttons.querySelector('[aria-pressed="true"]')?.focus();
      }
      summary.textContent = custom ? span(range(params)) : 'Dates';
      if (answer && !menu.open) {
        from.value = answer.from;
        to.value = dayAfter(answer.to, -1);
      }
    },
  };
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
