// Find a country, a bloc or a pair by code or by any name that the dictionaries have, leaders included. "/" goes there from anywhere.
import {actorsByName} from './api.js';
import {h} from './dom.js';
import {current, go, rangeLink, to} from './route.js';

const MOST = 8;
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function search() {
  const input = h('input', {type: 'text', id: 'search', role: 'combobox', autocomplete: 'off', spellcheck: false, 'aria-expanded': 'false', 'aria-controls': 'found', 'aria-autocomplete': 'list',
    'aria-label': 'Find a country or a pair', placeholder: 'Country or pair'});
  const list = h('ul', {id: 'found', role: 'listbox', 'aria-label': 'Found', hidden: true});
  const box = h('div', {class: 'search'}, input, h('kbd', {'aria-hidden': 'true'}, '/'), list);
  let options = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    at = -1;
  };
  const choose = option => {
    close();
    input.value = '';
    input.blur();
    go(option.address);
  };
  const mark = index => {
    at = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
    if (at >= 0) {
      input.setAttribute('aria-activedescendant', `found-${at}`);
      list.children[at].scrollIntoView({block: 'nearest'});
    }
  };
  async function look() {
    const words = input.value;
    const all = await forms().catch(() => []);
    if (words !== input.value) {
      return;
    }
    options = words.trim() ? matches(all, words) : [];
    list.replaceChildren(...options.map((option, i) => h('li', {role: 'option', id: `found-${i}`, 'aria-selected': 'false', onpointerdown: event => (event.preventDefault(), choose(option))}, h('span', {}, option.name, option.found && h('small', {}, ` ${option.found}`)), h('small', {}, option.code))),
      ...(words.trim() && options.length === 0 ? [h('li', {role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false'}, 'Nothing of this name')] : []));
    list.hidden = !words.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark(options.length ? 0 : -1);
  }
  input.addEventListener('input', look);
  input.addEventListener('focus', look);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (options.length) {
        mark((at + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
      }
    } else if (event.key === 'Enter' && options[at]) {
      event.preventDefault();
      choose(options[at]);
    } else if (event.key === 'Escape') {
      close();
      input.blur();
    }
  });
  addEventListener('keydown', event => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.target.closest('input, textarea, select')) {
      event.preventDefault();
      input.focus();
    }
  });
  return box;
}

/** Every actor with its names as they are compared. */
let prepared;
async function forms() {
  const all = await actorsByName();
  if (prepared?.all !== all) {
    prepared = {all, actors: all.map(actor => ({...actor, plain: plain(actor.name), code3: plain(actor.code), also: actor.names.map(name => ({name, plain: plain(name)}))}))};
  }
  return prepared.actors;
}

/** One name: actors. Two names, separated by a space, a dash, "and" or "-": the pair. */
function matches(all, words) {
  const text = plain(words).trim();
  const days = rangeLink(current().params);
  const one = ({actor, found}) => ({name: actor.name, found, code: actor.code, address: to([], {...days, actor: actor.code})});
  const found = ranked(all, text).map(one);
  const pairs = [];
  for (const match of text.matchAll(/\s*(?:\band\b|[-–,/]|\s)\s*/g)) {
    const [left, right] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (left && right) {
      for (const {actor: a} of ranked(all, left).slice(0, 3)) {
        for (const {actor: b} of ranked(all, right).slice(0, 3)) {
          if (a.code !== b.code) {
            const [first, second] = [a, b].sort((x, y) => (x.code < y.code ? -1 : 1));
            pairs.push({name: `${a.name} – ${b.name}`, code: `${first.code}-${second.code}`, address: to(['pair', `${first.code}-${second.code}`], days)});
          }
        }
      }
    }
  }
  return [...found, ...pairs.filter((pair, i) => pairs.findIndex(other => other.code === pair.code) === i)].slice(0, MOST);
}

/** The code first, then names that begin so, then the other names of an actor, then the busier ones. */
function ranked(all, text) {
  const starts = form => form.startsWith(text);
  const hasWord = form => form.split(/[^\p{L}]+/u).some(starts);
  const rank = actor => {
    if (actor.code3 === text) {
      return [0];
    }
    const exact = actor.also.find(each => each.plain === text);
    const own = starts(actor.plain) ? 1 : hasWord(actor.plain) ? 3 : 9;
    if (own === 1 || exact) {
      return [own === 1 ? 1 : 2, own === 1 ? undefined : exact.name];
    }
    const other = actor.also.find(each => starts(each.plain)) ?? actor.also.find(each => hasWord(each.plain));
    return own === 3 ? [3] : actor.code3.startsWith(text) ? [4] : other ? [5, other.name] : [9];
  };
  return all.map(actor => ({actor, ranking: rank(actor)})).filter(entry => entry.ranking[0] < 9)
    .sort((a, b) => a.ranking[0] - b.ranking[0] || (b.actor.events ?? 0) - (a.actor.events ?? 0) || (a.actor.name < b.actor.name ? -1 : 1))
    .map(({actor, ranking}) => ({actor, found: ranking[1]}));
}
