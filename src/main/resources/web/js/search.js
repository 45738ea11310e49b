// Find a country, a bloc or a pair by name or code. "/" goes there from anywhere.
import {actors} from './api.js';
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
    const all = await actors().catch(() => new Map());
    if (words !== input.value) {
      return;
    }
    options = words.trim() ? matches([...all.values()], words) : [];
    list.replaceChildren(...options.map((option, i) => h('li', {role: 'option', id: `found-${i}`, 'aria-selected': 'false', onpointerdown: event => (event.preventDefault(), choose(option))}, h('span', {}, option.name), h('small', {}, option.code))),
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

/** One name: actors. Two names, apart by a space, a dash, "and" or "-": the pair. */
function matches(all, words) {
  const text = plain(words).trim();
  const days = rangeLink(current().params);
  const one = actor => ({name: actor.name, code: actor.code, address: to([], {...days, actor: actor.code})});
  const found = ranked(all, text).map(one);
  const pairs = [];
  for (const match of text.matchAll(/\s*(?:\band\b|[-–,/]|\s)\s*/g)) {
    const [left, right] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (left && right) {
      for (const a of ranked(all, left).slice(0, 3)) {
        for (const b of ranked(all, right).slice(0, 3)) {
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

/** The code first, then names that begin so, then the busier ones. */
function ranked(all, text) {
  const rank = actor => (plain(actor.code) === text ? 0 : plain(actor.name).startsWith(text) ? 1 : plain(actor.name).split(/[^\p{L}]+/u).some(word => word.startsWith(text)) ? 2 : plain(actor.code).startsWith(text) ? 3 : 9);
  return all.map(actor => ({actor, rank: rank(actor)})).filter(entry => entry.rank < 9)
    .sort((a, b) => a.rank - b.rank || (b.actor.events ?? 0) - (a.actor.events ?? 0) || (a.actor.name < b.actor.name ? -1 : 1)).map(entry => entry.actor);
}
