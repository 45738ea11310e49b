// An alert in a list.
import {h} from './dom.js';
import {count, fixed, plural, signed, title, when} from './format.js';
import {alertSubject, severityBadge, tag} from './parts.js';

export const kindName = kind => title(kind);

/** How unusual it is, in a few words. */
function unusual({observed, expected, onceInDays, evidenceRatio, sentimentBefore, sentimentNow}) {
  return [
    observed !== undefined && expected !== undefined && `${plural(observed, 'story', 'stories')}, ${few(expected)} expected`,
    onceInDays !== undefined ? once(onceInDays) : evidenceRatio !== undefined && `evidence ${count(Math.round(evidenceRatio))} : 1`,
    sentimentBefore !== undefined && sentimentNow !== undefined && `tone ${signed(sentimentBefore)} → ${signed(sentimentNow)}`,
  ].filter(Boolean);
}

/** An expected number: one decimal where it is small, never a bare zero. */
export const few = x => (x > 0 && x < 0.05 ? '<0.1' : fixed(x, x < 10 ? 1 : 0));

export function once(days) {
  return days >= 3650 ? 'once in ten years or rarer' : days >= 730 ? `once in ${Math.round(days / 365)} years` : days < 1.5 ? 'once a day' : `once in ${count(Math.round(days))} days`;
}

/** Which time it is: of the end, of the last change or of the beginning. */
function timeWords(alert) {
  if (alert.state !== 'OPEN' && alert.resolvedAt) {
    return [alert.state === 'WITHDRAWN' ? 'withdrawn ' : 'ended ', when(alert.resolvedAt)];
  }
  return [alert.version > 1 || alert.updatedAt > alert.openedAt ? 'last changed ' : 'opened ', when(alert.updatedAt)];
}

export function alertCard(alert, names, {href, selected = false, level = 'h3'}) {
  return h('li', {class: `alert ${alert.severity.toLowerCase()} ${alert.state === 'OPEN' ? '' : 'closed'}`},
    h('a', {href, 'aria-current': selected && 'true'},
      h('span', {class: 'tags'}, severityBadge(alert.severity), tag(kindName(alert.kind)),
        alert.state !== 'OPEN' && tag(title(alert.state)), alert.provisional && tag('Provisional', 'dashed'), alert.singleSource && tag('Single source', 'dashed'),
        alert.muted && tag('Muted'), alert.acknowledged && tag('Seen')),
      h(level, {}, alertSubject(alert, names)),
      h('span', {class: 'message'}, alert.message),
      h('span', {class: 'source'}, unusual(alert).map(part => `${part} · `), timeWords(alert))));
}
