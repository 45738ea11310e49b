// Alerts of one episode as one story: the gravest of them stands for it, the others are a click away.
import {alertCard} from './alertcard.js';
import {h} from './dom.js';
import {plural} from './format.js';
import {to} from './route.js';

const RANK = {CRITICAL: 2, WARNING: 1, INFO: 0};
const graver = (one, other) => RANK[other.severity] - RANK[one.severity] || (one.updatedAt < other.updatedAt ? 1 : -1);

/** What joins alerts: the episode across pairs where the server knows one, else that of the pair. */
const episodeOf = alert => (typeof alert.episode === 'string' && alert.episode) || alert.episodeId;

/** In the order of the list; each `{id, head, others}`. */
export function episodes(alerts) {
  const known = new Map();
  for (const alert of alerts) {
    const id = episodeOf(alert);
    known.set(id, [...(known.get(id) ?? []), alert]);
  }
  return [...known].map(([id, all]) => {
    const [head, ...others] = [...all].sort(graver);
    return {id, head, others};
  });
}

/** @param chosen id of the alert that is open; @param open whether the others are shown; @param toggle called with the episode */
export function episodeItem({id, head, others}, names, {params = {}, chosen, open = false, toggle, level = 'h2'}) {
  const card = alert => alertCard(alert, names, {href: to(['alerts', alert.id], params), selected: alert.id === chosen, level});
  const item = card(head);
  if (others.length === 0) {
    return item;
  }
  const list = h('ol', {class: 'alertlist others', id: `episode-${id}`, hidden: !open}, others.map(card));
  const label = shown => (shown ? `Hide ${plural(others.length, 'other alert')}` : `with ${others.length} more of this episode`);
  const button = h('button', {type: 'button', class: 'with', 'aria-expanded': String(open), 'aria-controls': list.id, onclick: () => {
    list.hidden = !list.hidden;
    button.setAttribute('aria-expanded', String(!list.hidden));
    button.textContent = label(!list.hidden);
    toggle?.(id, !list.hidden);
  }}, label(open));
  if (head.episodeTitle) {
    item.prepend(h('p', {class: 'story'}, head.episodeTitle));
  }
  item.append(button, list);
  return item;
}
