// Marks in a text: where spans begin and end.
import {h} from './dom.js';
import {isSpeech} from './words.js';

/** Cuts a text where spans begin and end, in order: `[{begin, text, spans}]`. Spans may overlap; those that are not in the text are left out. */
export function pieces(text, spans) {
  const known = spans.filter(({begin, end}) => begin >= 0 && end <= text.length && begin < end);
  const cuts = [...new Set([0, text.length, ...known.flatMap(({begin, end}) => [begin, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((begin, i) => ({
    begin, text: text.slice(begin, cuts[i + 1]), spans: known.filter(span => span.begin <= begin && span.end >= cuts[i + 1]),
  }));
}

/** Where `part` stands in `text` as whole words, else where it stands at all. */
function find(text, part, kind) {
  if (!part) {
    return [];
  }
  const isWord = character => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + part.length])) {
      return [{begin: at, end: at + part.length, kind}];
    }
  }
  const at = text.indexOf(part);
  return at < 0 ? [] : [{begin: at, end: at + part.length, kind}];
}

/** The sentence of an event with its trigger and, where its statement is known, the words that name the two sides. */
export function sentence(event, statement) {
  const known = statement && statement.sentence === event.sentence;
  const exact = known && statement.begin >= 0 && statement.triggerBegin >= statement.begin;
  // “said” alone says nothing of what was said: it bears no mark.
  const trigger = isSpeech(event.trigger) ? [] : exact
    ? [{begin: statement.triggerBegin - statement.begin, end: statement.triggerEnd - statement.begin, kind: 'trigger'}]
    : find(event.sentence, event.trigger, 'trigger');
  const sides = known ? [...find(event.sentence, statement.sourceText, 'by'), ...find(event.sentence, statement.targetText, 'toward')] : [];
  return pieces(event.sentence, [...trigger, ...sides]).map(({text, spans}) =>
    (spans.length ? h('mark', {class: spans.map(span => span.kind).join(' ')}, text) : text));
}
