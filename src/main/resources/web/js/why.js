// Why an alert was raised: what was seen, what was expected, how unusual that is, and the sentences.
import {alertCard, few, kindName, once} from './alertcard.js';
import {actors, get, send} from './api.js';
import {announce, h, outLink} from './dom.js';
import {explain} from './explain.js';
import {count, day, fixed, plural, signed, title, toneClass, when} from './format.js';
import {sentence} from './marks.js';
import {unmute} from './mutes.js';
import {alertSubject, chip, directionName, eventWords, failed, loading, scaleBar, severityBadge, tag} from './parts.js';
import {current, to} from './route.js';

const WEEK = 7 * 86_400_000;

/** Shows the panel in `side`; `back` leaves it. */
export function why(side, id, back) {
  side.replaceChildren(h('div', {class: 'card'}, loading('the alert', 400)));
  let shown = '';
  async function refresh() {
    try {
      const [alert, names] = await Promise.all([get(`/alerts/${encodeURIComponent(id)}`), actors()]);
      const mark = JSON.stringify(alert);
      if (mark === shown) {
        return;
      }
      const first = shown === '';
      shown = mark;
      side.replaceChildren(panel(alert, names, back, refresh));
      if (first) {
        side.querySelector('h2').focus({preventScroll: true});
        if (matchMedia('(max-width: 1000px)').matches) {
          scrollTo(0, 0);
        }
      }
    } catch (failure) {
      side.replaceChildren(h('div', {class: 'card'}, failed(failure, refresh)));
    }
  }
  refresh();
  return {id, refresh};
}

function panel(alert, names, back, refresh) {
  const {evidence, episode} = alert;
  return h('section', {class: `card why ${alert.severity.toLowerCase()}`, 'aria-labelledby': 'why'},
    h('button', {type: 'button', class: 'button back', onclick: back}, '← All alerts'),
    h('div', {class: 'tags'}, severityBadge(alert.severity), tag(kindName(alert.kind)), tag(title(alert.state)),
      tag(alert.provisional ? 'Provisional' : 'Final', alert.provisional ? 'dashed' : ''), alert.singleSource && tag('Single source', 'dashed'), explain('provisional', 'provisional or final')),
    h('h2', {id: 'why', tabindex: -1}, alertSubject(alert, names)),
    h('p', {class: 'message'}, alert.message),
    numbers(alert),
    tone(alert),
    actions(alert, refresh),
    evidence.length > 0 && [h('h3', {}, evidence.length === 1 ? 'The event behind it' : `The ${evidence.length} strongest events behind it`), h('ol', {class: 'events'}, evidence.map(item => behind(item, alert, names)))],
    h('details', {class: 'more'}, h('summary', {}, 'Thresholds and dates'), facts(alert)),
    episode.length > 0 && h('details', {class: 'more', open: true}, h('summary', {}, `Same episode: ${plural(episode.length, 'other alert')}`),
      h('ol', {class: 'alertlist'}, episode.map(other => alertCard(other, names, {href: to(['alerts', other.id], current().params)})))),
    alert.pair !== '*' && h('p', {class: 'more'}, h('a', {href: to(['pair', alert.pair])}, 'The pair over time')));
}

/** Seen against expected, on one line from zero. */
function numbers(alert) {
  const {observed, expected, expectedLow: low = expected, expectedHigh: high = expected} = alert;
  if (observed === undefined || expected === undefined) {
    return null;
  }
  const limit = Math.max(observed, high, 1) * 1.1;
  const mark = (name, left, width) => {
    const element = h('i', {class: name});
    element.style.left = `${(left / limit) * 100}%`;
    if (width !== undefined) {
      element.style.width = `${(width / limit) * 100}%`;
    }
    return element;
  };
  const [one, many] = alert.pair === '*' ? ['article', 'articles'] : ['story', 'stories'];
  const days = alert.windowDays === 1 ? day(alert.windowStart) : `${alert.windowDays} days from ${day(alert.windowStart)}`;
  return h('div', {class: 'numbers'},
    h('div', {class: 'figure'}, h('b', {}, count(observed)), h('span', {}, `${observed === 1 ? one : many} seen`, explain('stories', 'a story'), h('br'), days)),
    h('div', {class: 'figure'}, h('b', {}, few(expected)), h('span', {}, 'expected', explain('expected'), h('br'), `95 %: ${fixed(low, 0)} to ${fixed(high, 0)}`)),
    alert.onceInDays !== undefined && h('div', {class: 'figure'}, h('b', {class: 'small'}, once(alert.onceInDays)), h('span', {}, 'by chance', explain('once', 'once in N days'))),
    h('div', {class: 'against', role: 'img', 'aria-label': `Seen ${count(observed)}, expected ${few(expected)}, 95 percent interval ${fixed(low, 0)} to ${fixed(high, 0)}`},
      mark('range', low, high - low), mark('mean', expected), mark('seen', observed)));
}

function tone({sentimentBefore: before, sentimentNow: now, evidenceRatio: ratio}) {
  if (before === undefined && now === undefined && ratio === undefined) {
    return null;
  }
  return h('div', {class: 'beforenow'},
    h('span', {}, 'Tone before ', h('b', {}, signed(before)), ', now ', h('b', {}, signed(now)), explain('sentiment', 'tone')),
    now !== undefined && scaleBar({value: now, before, tone: toneClass(now), label: `Tone before ${signed(before)}, now ${signed(now)}`}),
    ratio !== undefined && h('span', {}, 'Evidence of a change ', h('b', {}, `${count(Math.round(ratio))} : 1`), explain('evidence')));
}

/** Families of outlets are kept in lower case: their outlets as they write themselves. */
function spelled(families, alert) {
  const known = new Map(alert.events.flatMap(event => [event.outlet, ...event.members.map(member => member.outlet)]).filter(Boolean).map(outlet => [outlet.toLowerCase(), outlet]));
  return families.map(family => known.get(family.toLowerCase()) ?? family);
}

function behind(item, alert, names) {
  const families = spelled(item.families, alert);
  const full = alert.events.find(event => event.id === item.eventId);
  return h('li', {class: `event edge-${toneClass(item.sentiment)}`},
    h('div', {class: 'who'}, h('span', {class: 'direction'}, directionName(names, item)), h('span', {class: 'kind'}, eventWords(item)), h('span', {class: 'tone'}, chip(item.sentiment), signed(item.sentiment))),
    h('blockquote', {}, sentence(item)),
    h('div', {class: 'source'}, outLink(item.url, full?.outlet ?? families[0] ?? 'Unknown outlet'), ' · ', when(item.publishedAt), ' · ', plural(item.reports, 'report'),
      item.copies > 0 && `, ${plural(item.copies, 'copy', 'copies')}`, families.length > 1 && ` (${families.join(', ')})`, ' · ',
      h('a', {class: 'whole', href: to(['article', item.articleId], {statement: full?.statementId})}, 'in its article')));
}

function facts(alert) {
  const row = (name, value) => value && h('div', {}, h('dt', {}, name), h('dd', {}, value));
  return h('dl', {class: 'facts'},
    row('Opened', day(alert.openedAt)), row('Updated', when(alert.updatedAt)), row('Ended', alert.resolvedAt && [when(alert.resolvedAt), alert.resolution ? `: ${alert.resolution}` : '']),
    row('Outlet families', spelled(alert.families, alert).join(', ') || 'none'), row('Version', String(alert.version)), row('Tail probability', alert.p !== undefined && alert.p.toExponential(1)),
    alert.thresholds.map(({name, value}) => row(name, String(value))));
}

/** Seen and muted: they change what is shown and told, never what is computed. */
function actions(alert, refresh) {
  const failure = h('p', {class: 'note', role: 'alert'});
  const act = (words, done, request) => h('button', {type: 'button', class: 'button', onclick: async event => {
    event.target.disabled = true;
    failure.textContent = '';
    try {
      await request();
      announce(done);
      await refresh();
    } catch (problem) {
      failure.textContent = problem.message;
    }
    event.target.disabled = false;
  }}, words);
  const path = `/alerts/${encodeURIComponent(alert.id)}/acknowledgement`;
  const whom = alert.pair === '*' ? {kind: alert.kind} : {pair: alert.pair};
  return h('div', {class: 'actions'},
    alert.acknowledged ? act('Mark as unseen', 'Marked as unseen', () => send('DELETE', path)) : act('Mark as seen', 'Marked as seen', () => send('PUT', path, {})),
    alert.muted ? act('Unmute', 'Unmuted', () => unmuteAll(alert)) : act(alert.pair === '*' ? 'Mute this kind for 7 days' : 'Mute the pair for 7 days', 'Muted for 7 days', () => send('PUT', '/mutes', {...whom, until: new Date(Date.now() + WEEK).toISOString()})),
    alert.acknowledged && h('span', {class: 'note'}, 'Seen ', when(alert.acknowledgedAt)), alert.muted && h('span', {class: 'note'}, 'Muted until ', when(alert.mutedUntil)), failure);
}

/** A mute may name the pair, the kind or both: each one that hides this alert goes. */
async function unmuteAll(alert) {
  const {items} = await get('/mutes');
  const hiding = items.filter(({pair, kind}) => (!pair || pair === alert.pair) && (!kind || kind === alert.kind));
  await Promise.all(hiding.map(unmute));
}
