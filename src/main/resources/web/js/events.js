// Events: who did or said what to whom, the sentence, how many said so; all the rest one click away.
import {get} from './api.js';
import {h, keyed, outLink} from './dom.js';
import {explain} from './explain.js';
import {fixed, plural, signed, title, toneClass, toneWords, when, words} from './format.js';
import {sentence} from './marks.js';
import {chip, directionName, eventWords, nameOf, tag} from './parts.js';
import {rangeLink, to} from './route.js';
import {typeWords} from './words.js';

/**
 * A list of events.
 *
 * @param names of actors
 * @param withPair whether the direction links to the pair, for lists that are not of one pair
 */
export function eventList({label, names, withPair = false}) {
  const list = h('ol', {class: 'events', 'aria-label': label});
  let seen = null;
  return {
    element: list,
    /** @param statements by id, to mark the two sides; @param openId the event whose evidence is open; @param most how many at most */
    show(events, {params, statements = new Map(), openId = '', most = Infinity}) {
      const items = mutual(events).slice(0, most).map(({event, other}) => ({event, other, statement: statements.get(event.statementId), open: [event.id, other?.id].includes(openId), params: rangeLink(params)}));
      keyed(list, items, item => item.event.id, item => {
        const row = eventRow(item, names, withPair);
        row.classList.toggle('fresh', seen !== null && !seen.has(item.event.id));
        return row;
      });
      seen = new Set(events.map(event => event.id));
    },
  };
}

/** What both sides did in one act (“met”, “signed”) is one event to a reader: the two directions of it together. */
function mutual(events) {
  const acts = new Map();
  for (const event of events) {
    const act = sides => [event.articleId, event.event, event.status, event.sentence, ...sides].join('\n');
    const twin = acts.get(act([event.target, event.source]));
    if (twin && !twin.other) {
      twin.other = event;
    } else {
      acts.set(act([event.source, event.target]), {event});
    }
  }
  return [...acts.values()];
}

function eventRow({event, other, statement, open, params}, names, withPair) {
  const details = h('details', {class: 'evidence', open}, h('summary', {}, 'Evidence'));
  details.addEventListener('toggle', () => details.open && details.childElementCount === 1 && details.append(evidence(event, names), ...(other ? [evidence(other, names)] : [])));
  const direction = directionName(names, event, other || event.mutual ? '↔' : '→');
  return h('li', {class: `event edge-${toneClass(event.sentiment)}`},
    h('div', {class: 'who'},
      withPair ? h('a', {class: 'direction', href: to(['pair', event.pair], {...params, event: event.id})}, direction) : h('span', {class: 'direction'}, direction),
      h('span', {class: 'kind'}, eventWords(event)), h('span', {class: 'tone', title: toneWords(event.sentiment)}, chip(event.sentiment), signed(event.sentiment)),
      event.severeClass && tag(`Severe: ${event.severeClass}`, 'severe'), event.prominent === false && tag('In passing', 'dashed')),
    h('blockquote', {}, sentence(event, statement)),
    h('div', {class: 'source'},
      outLink(event.url, event.outlet ?? 'Unknown outlet'), ' · ', when(event.publishedAt), ' · ', plural(event.reports, 'report'), event.copies > 0 && `, ${plural(event.copies, 'copy', 'copies')}`, ' · ',
      h('a', {class: 'whole', href: to(['article', event.articleId], {statement: event.statementId})}, 'in its article')),
    details);
}

/** What stands behind an event: loaded when it is opened. */
function evidence(event, names) {
  const box = h('div', {class: 'behind', 'aria-busy': 'true'}, 'Loading…');
  get(`/events/${encodeURIComponent(event.id)}`)
    .then(full => box.replaceChildren(facts(full), ...full.statements.map(statement => report(statement, names))), failure => box.replaceChildren(failure.message))
    .finally(() => box.removeAttribute('aria-busy'));
  return box;
}

const row = (name, help, ...value) => h('div', {}, h('dt', {}, name, help && explain(help, name)), h('dd', {}, value));

function facts(event) {
  return h('dl', {class: 'facts'},
    row('Reports', 'reports', `${plural(event.reports, 'independent report')}, ${plural(event.copies, 'copy', 'copies')}`),
    row('Outlets', null, event.outlets.join(', ') || 'unknown'),
    row('Confidence', 'confidence', fixed(event.confidence)),
    row('Class', 'quad', `${title(event.quad)}, Goldstein ${signed(event.intensity, 1)}${event.cameoRoot ? `, CAMEO ${event.cameoRoot}` : ''}`));
}

function report(statement, names) {
  return h('div', {class: 'report'},
    h('p', {}, outLink(statement.url, statement.outlet ?? 'Unknown outlet'), ' · ', when(statement.publishedAt), ' · ',
      h('a', {href: to(['article', statement.articleId], {statement: statement.id})}, statement.title ?? 'article')),
    h('blockquote', {}, sentence(statement, statement)),
    coding(statement, names));
}

/** How a statement was coded. */
export function coding(statement, names) {
  const side = (code, words) => `${nameOf(names, code)}${words ? ` (“${words}”)` : ''}`;
  const {speaker, speakerCountry: country} = statement;
  return h('dl', {class: 'facts'},
    row('Source', null, side(statement.source, statement.sourceText)),
    row('Target', null, side(statement.target, statement.targetText)),
    row('Event', 'status', `${typeWords(statement.event)}, ${words(statement.status)}`),
    row('Sentiment', 'sentiment', `${signed(statement.sentiment)}, ${toneWords(statement.sentiment)}`),
    speaker && row('Speaker', null, `${speaker}${country ? ` for ${nameOf(names, country)}` : ''}${statement.quoted ? ', verbatim' : ''}`),
    row('Trigger', null, `“${statement.trigger}”`),
    row('Read by', 'readby', readBy(statement)),
    statement.rule !== 'reader' && row('Rule', 'rule', statement.rule),
    lookedUp(statement).length > 0 && row('Dictionary', null, lookedUp(statement).join(' · ')),
    row('Confidence', 'confidence', fixed(statement.confidence)));
}

/** What the learned reader notes among the entries: that it agrees, or what it and the rules each see. */
const NOTE = /^(reader agrees|rules: |reader: )/;
const lookedUp = ({entries = []}) => entries.filter(entry => !NOTE.test(entry));

/** Which extractor found a statement, and what the other one made of it. */
function readBy({rule, entries = []}) {
  const told = who => entries.find(entry => entry.startsWith(`${who}: `))?.slice(who.length + 2);
  if (rule === 'reader') {
    return `The learned reader alone (${told('reader')})`;
  }
  if (told('rules')) {
    return `The learned reader (${told('reader')}), where the rules see ${typeWords(told('rules'))}`;
  }
  return entries.includes('reader agrees') ? 'The rules, and the learned reader agrees' : 'The rules';
}
