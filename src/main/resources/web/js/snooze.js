// A mute that ends while its alert is still open: said on every page, since nothing else announces it.
import {kindName} from './alertcard.js';
import {actors, get} from './api.js';
import {announce, gathered, h} from './dom.js';
import {begun, on, tell} from './live.js';
import {alertSubject} from './parts.js';
import {to} from './route.js';

/** What a browser's timer can wait. */
const LONGEST = 2 ** 31 - 1;

/** @param box where it is said */
export function snoozes(box) {
  let timer = 0;
  let waiting = [];
  async function look() {
    clearTimeout(timer);
    const {items} = await get('/alerts', {state: 'open', limit: 500});
    const still = new Set(items.filter(alert => !alert.muted).map(alert => alert.id));
    const over = waiting.filter(alert => still.has(alert.id) && Date.parse(alert.mutedUntil) <= Date.now());
    waiting = items.filter(alert => alert.muted && alert.mutedUntil);
    if (over.length) {
      say(over, await actors());
      // What is muted changes with time alone: lists and counts are loaded anew.
      tell('attention', {});
    }
    const next = Math.min(...waiting.map(alert => Date.parse(alert.mutedUntil)));
    if (next < Infinity) {
      timer = setTimeout(look, Math.max(500, Math.min(LONGEST, next - Date.now() + 500)));
    }
  }
  function say(alerts, names) {
    const said = alerts.map(alert => h('p', {class: 'banner'}, h('b', {}, 'A mute has ended, and its alert is still open: '), h('a', {href: to(['alerts', alert.id])}, `${kindName(alert.kind)}, ${alertSubject(alert, names)}`), ' ',
      h('button', {type: 'button', class: 'button', onclick: event => event.target.closest('p').remove()}, 'Dismiss')));
    box.append(...said);
    announce(`A mute has ended; ${alerts.length === 1 ? 'its alert is' : 'its alerts are'} still open`);
  }
  const soon = gathered(() => look().catch(() => {}), 400, 2000);
  ['alert', 'attention', 'reset'].forEach(name => on(name, soon));
  begun.then(soon);
}
