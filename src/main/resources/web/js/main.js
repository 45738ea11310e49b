// The frame: which view the address asks for, what stands on every page.
import * as alerts from './alerts.js';
import {get} from './api.js';
import * as apidocs from './apidocs.js';
import * as article from './article.js';
import {announce, gathered, h} from './dom.js';
import {setTimeZone, timeZone, write} from './format.js';
import * as health from './health.js';
import {begun, on, start} from './live.js';
import * as pair from './pair.js';
import {empty} from './parts.js';
import {current, go, pairId, to} from './route.js';
import {search} from './search.js';
import {snoozes} from './snooze.js';
import * as world from './world.js';

const VIEWS = {'': world.show, pair: pair.show, alerts: alerts.show, article: article.show, code: article.showCode, health: health.show, api: apidocs.show};
const NEEDS_ID = new Set(['pair', 'article']);
const LINKS = [['', 'World'], ['alerts', 'Alerts'], ['code', 'Read']];
const main = document.getElementById('main');
let view = null;
let shown = null;

/** Another place makes a new view; the same place with other parameters is updated where it stands. */
function route() {
  const {path: [name = '', ...rest], params} = current();
  if (name === 'pair' && rest.length === 1 && pairId(rest[0]) !== rest[0]) {
    go(to([name, pairId(rest[0])], params), {replace: true});
    return;
  }
  const place = name === 'alerts' ? name : [name, ...rest].join('/');
  if (view && place === shown) {
    view.update(params, rest);
  } else {
    view?.close();
    shown = place;
    const show = Object.hasOwn(VIEWS, name) && (!NEEDS_ID.has(name) || rest.length === 1) ? VIEWS[name] : nowhere;
    const first = view === null;
    view = show(main, params, rest);
    document.title = `${view.title} · Entente`;
    if (!first) {
      scrollTo(0, 0);
      (main.querySelector('h1') ?? main).focus({preventScroll: true});
      announce(view.title);
    }
  }
  for (const link of document.querySelectorAll('#nav a')) {
    const here = link.getAttribute('href') === `#/${name}`;
    here ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }
}

function nowhere(box) {
  box.replaceChildren(h('h1', {class: 'hidden', tabindex: -1}, 'Not found'), empty('There is nothing at this address', h('p', {}, h('a', {href: '#/'}, 'To the world'))));
  return {title: 'Not found', update: () => {}, close: () => {}};
}

function navigation() {
  const badge = h('span');
  document.getElementById('nav').append(...LINKS.map(([name, words]) => h('a', {href: `#/${name}`}, words, name === 'alerts' && badge)));
  const count = () => get('/alerts', {state: 'open', severity: 'warning', muted: false, acknowledged: false, limit: 500}).then(({items}) => badge.replaceChildren(...(items.length ? [h('span', {class: 'count'}, items.length, h('span', {class: 'hidden'}, ' open and unseen, warning or above'))] : [])), () => {});
  const soon = gathered(count, 300, 1500);
  ['alert', 'attention', 'reset'].forEach(name => on(name, soon));
  begun.then(count);
  snoozes(document.getElementById('notices'));
}

function tools() {
  const zone = h('button', {type: 'button', class: 'button quiet', onclick: () => {
    setTimeZone(timeZone() === 'utc' ? 'local' : 'utc');
    label();
    // Every time on the page is written anew.
    shown = null;
    route();
    zone.focus();
  }});
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const theme = h('button', {type: 'button', class: 'button quiet', onclick: () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    write('entente.theme', root.dataset.theme);
    label();
  }});
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
  const label = () => {
    zone.textContent = timeZone() === 'utc' ? 'UTC' : 'Local';
    zone.setAttribute('aria-label', timeZone() === 'utc' ? 'Times in UTC: show local time' : 'Times in local time: show UTC');
    theme.textContent = isDark() ? '☀' : '☾';
    theme.setAttribute('aria-label', isDark() ? 'Light colours' : 'Dark colours');
  };
  dark.addEventListener('change', label);
  label();
  document.getElementById('tools').append(search(), zone, theme);
}

document.getElementById('skip').addEventListener('click', () => main.focus());
document.getElementById('foot').append('Coded automatically from what outlets report: what was said, not what is true. Map: Natural Earth. ', h('a', {href: '#/api'}, 'API'));
start();
navigation();
tools();
health.strip(document.getElementById('strip'), document.getElementById('banner'));
begun.then(() => {
  addEventListener('hashchange', route);
  route();
});
