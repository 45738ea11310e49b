// An article as a reader sees it, with what was found in it marked in the text.
import {actors, get, send} from './api.js';
import {announce, h, outLink} from './dom.js';
import {coding} from './events.js';
import {count, plural, read, signed, toneClass, when, words, write} from './format.js';
import {pieces} from './marks.js';
import {card, chip, directionName, failed, loading, nameOf, tag} from './parts.js';
import {go, to, withParams} from './route.js';
import {isSpeech, languageName, typeWords} from './words.js';

export function show(main, params, [id]) {
  const body = h('div', {}, loading('the article', 480));
  main.replaceChildren(body);
  let marked = null;
  let chosen = params.statement;
  async function load() {
    try {
      const [names, article] = await Promise.all([actors(), get(`/articles/${encodeURIComponent(id)}`)]);
      marked = coded(article, names, statement => go(withParams({statement}), {replace: true}));
      body.replaceChildren(h('p', {class: 'crumb article-crumb'}, h('a', {href: '#/'}, 'World'), ' / article'), marked.element);
      document.title = `${article.title ?? 'Article'} · Entente`;
      marked.choose(chosen ?? article.statements[0]?.id, Boolean(chosen));
    } catch (failure) {
      body.replaceChildren(failed(failure, load));
    }
  }
  load();
  return {title: 'Article', update: next => marked?.choose((chosen = next.statement)), close: () => {}};
}

/** The coders that can be asked; `both` sets one beside the other. */
const READERS = [['', 'as configured'], ['rules', 'rules'], ['rules,reader', 'rules and learned reader'], ['both', 'both, compared']];
const MOST = 100_000;
const SAMPLE = 'Finland and Chile signed a fisheries treaty in Helsinki on Monday. The Chilean foreign minister thanked Finland for its help, but accused Norway of blocking the talks.\n\nNorway’s prime minister rejected the accusation and said that he would welcome both countries in Oslo.';

/** The same for a text that is pasted. */
export function showCode(main) {
  const text = h('textarea', {id: 'text', rows: 10, required: true, spellcheck: false, placeholder: 'Paste the text of an article'});
  const headline = h('input', {id: 'headline', maxlength: 500, autocomplete: 'off'});
  const date = h('input', {id: 'date', type: 'date'});
  const size = h('span', {class: 'note', id: 'size', role: 'status'});
  const result = h('div', {id: 'result'});
  const reader = h('select', {id: 'reader'}, READERS.map(([value, label]) => h('option', {value}, label)));
  const button = h('button', {class: 'button primary'}, 'Code it');
  text.value = read('entente.text') ?? '';
  const measure = () => {
    const over = text.value.length - MOST;
    size.textContent = over > 0 ? `${count(text.value.length)} characters: ${count(over)} too many. Cut the text, or code it with bin/entente code.` : text.value ? `${count(text.value.length)} of ${count(MOST)} characters` : '';
    size.classList.toggle('wrong', over > 0);
    text.setAttribute('aria-invalid', String(over > 0));
  };
  text.addEventListener('input', measure);
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      code();
    }
  });
  let run = 0;
  async function code(event) {
    event?.preventDefault();
    measure();
    if (!text.value.trim() || text.value.length > MOST) {
      text.focus();
      return;
    }
    const mine = ++run;
    button.disabled = true;
    write('entente.text', text.value.slice(0, 20_000));
    try {
      const ask = coder => send('POST', '/code', {body: text.value, title: headline.value.trim() || undefined, publishedAt: date.value ? `${date.value}T12:00:00Z` : undefined, coder: coder || undefined});
      const compare = reader.value === 'both';
      const [names, article, rules] = await Promise.all([actors(), ask(compare ? 'rules,reader' : reader.value), compare && ask('rules')]);
      if (mine === run) {
        const marked = coded(article, names, statement => marked.choose(statement));
        result.replaceChildren(...(rules ? [comparison(rules.statements, article.statements, names)] : []), marked.element);
        announce(`${plural(article.statements.length, 'statement')} found`);
        marked.choose(article.statements[0]?.id);
      }
    } catch (failure) {
      result.replaceChildren(card('Not coded', {}, failed(failure, code)));
    }
    button.disabled = false;
  }
  const sample = h('button', {type: 'button', class: 'button', onclick: () => ((text.value = SAMPLE), code())}, 'Try an example');
  main.replaceChildren(h('div', {class: 'head'}, h('div', {}, h('h1', {tabindex: -1}, 'Read a text'), h('p', {class: 'lead'}, 'Paste any English text and see who says or does what to whom. Nothing is stored.'))),
    h('form', {class: 'card paste', onsubmit: code}, h('label', {for: 'text'}, 'Text'), text, h('div', {class: 'under'}, size, h('span', {class: 'note'}, 'Ctrl-Enter codes it')),
      h('div', {class: 'filters'}, h('label', {for: 'headline'}, 'Headline (optional)'), headline, h('label', {for: 'date'}, 'Date, for who held which office'), date, h('label', {for: 'reader'}, 'Read by'), reader, sample, button)), result);
  measure();
  return {title: 'Read', update: () => {}, close: () => {}};
}

/** What two coders make of one text, statement by statement. */
function comparison(rules, both, names) {
  const key = statement => [statement.source, statement.target, statement.event, statement.begin].join('|');
  const found = new Map();
  const note = (statements, who) => statements.forEach(statement => found.set(key(statement), {statement, by: [...(found.get(key(statement))?.by ?? []), who]}));
  note(rules, 'rules');
  note(both, 'with reader');
  const cell = (by, who) => h('td', {}, by.includes(who) ? 'yes' : '–');
  const rows = [...found.values()].sort((a, b) => a.statement.begin - b.statement.begin).map(({statement, by}) => h('tr', {}, h('th', {scope: 'row'}, directionName(names, statement)), h('td', {}, typeWords(statement.event)), h('td', {}, `“${statement.trigger}”`), h('td', {}, chip(statement.sentiment), signed(statement.sentiment)), cell(by, 'rules'), cell(by, 'with reader')));
  return card('Both coders', {id: 'both', note: 'The rules alone, and the rules corrected and completed by the learned reader. The text below is marked as both together read it.'},
    rows.length === 0 ? h('p', {class: 'note'}, 'Neither found a statement.') : h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Both coders'},
      h('table', {class: 'table'}, h('thead', {}, h('tr', {}, ['Statement', 'Type', 'Trigger', 'Sentiment', 'Rules', 'Rules and reader'].map(name => h('th', {scope: 'col'}, name)))), h('tbody', {}, rows))));
}

/** Text to the left, statements to the right; choosing one shows the other. */
function coded(article, names, choose) {
  const text = article.title ? `${article.title}\n\n${article.body}` : article.body;
  const sentences = new Map();
  const items = h('ol', {class: 'statements'}, article.statements.map(statement => statementItem(statement, names, choose)));
  const spans = [
    ...article.mentions.map(mention => ({...mention, kind: 'mention'})),
    ...article.statements.filter(statement => !isSpeech(statement.trigger)).map(statement => ({begin: statement.triggerBegin, end: statement.triggerEnd, kind: 'trigger'})),
    ...article.statements.map(statement => ({begin: statement.begin, end: statement.end, kind: 'said', statement})),
  ];
  const cut = pieces(text, [...spans, ...breaks(text)]);
  const blocks = [];
  for (const part of cut) {
    if (part.spans.some(span => span.kind === 'break')) {
      blocks.push(null);
      continue;
    }
    if (blocks.length === 0 || blocks[blocks.length - 1] === null) {
      blocks.push(part.begin === 0 && article.title ? h('h1', {tabindex: -1}) : h('p'));
    }
    const block = blocks[blocks.length - 1];
    const said = part.spans.filter(span => span.kind === 'said').map(span => span.statement);
    const place = said.length ? sentenceOf(block, said, sentences, choose) : block;
    place.append(word(part, names));
  }
  const paragraphs = blocks.filter(Boolean);
  const heading = article.title ? paragraphs.shift() : null;
  const element = h('div', {class: 'columns article'},
    h('article', {class: 'card text'}, h('p', {class: 'source'}, [article.outlet && outLink(article.url, article.outlet), article.outlet && ' · ', article.publishedAt && when(article.publishedAt), ' ', article.language && tag(languageName(article.language))]),
      article.lateAt && h('p', {class: 'note', id: 'late'}, 'It came too late: event time had come to ', when(article.lateAt), article.statements.length ? '. Its statements change no event and no alert.' : '.'), heading, paragraphs, legend()),
    card(plural(article.statements.length, 'statement'), {class: 'card sticky', id: 'statements-card', note: article.statements.length ? 'Who says or does what to whom' : reason(article)}, items,
      article.unresolved?.length > 0 && h('p', {class: 'note more'}, 'Names that the dictionaries do not know: ', article.unresolved.join(', '))));
  return {
    element,
    choose(id, scroll) {
      for (const item of items.children) {
        const on = item.dataset.id === id;
        item.classList.toggle('on', on);
        item.querySelector('button').setAttribute('aria-expanded', String(on));
      }
      for (const [begin, mark] of sentences) {
        mark.classList.toggle('on', article.statements.some(statement => statement.id === id && statement.begin === begin));
      }
      const target = sentences.get(article.statements.find(statement => statement.id === id)?.begin);
      if (target && (scroll || target.getBoundingClientRect().top < 70 || target.getBoundingClientRect().bottom > innerHeight)) {
        target.scrollIntoView({block: 'center'});
      }
    },
  };
}

const reason = article => (article.language && !article.language.startsWith('en') && article.language !== 'und' ? `The text is in ${languageName(article.language)}: only actors are marked.` : 'No statement between two actors was found.');

/** Line ends: paragraphs. */
const breaks = text => [...text.matchAll(/\n+/g)].map(match => ({begin: match.index, end: match.index + match[0].length, kind: 'break'}));

/** The mark of the sentence in this block; a second part of it goes into the same mark. */
function sentenceOf(block, statements, sentences, choose) {
  const {begin} = statements[0];
  const known = sentences.get(begin);
  if (known && known.parentElement === block) {
    return known;
  }
  const mean = statements.reduce((sum, {sentiment}) => sum + sentiment, 0) / statements.length;
  const mark = h('mark', {class: `said tone-${toneClass(mean)}`, onclick: () => choose(statements[0].id)});
  block.append(mark);
  if (!known) {
    sentences.set(begin, mark);
  }
  return mark;
}

function word(part, names) {
  const mentions = part.spans.filter(span => span.kind === 'mention');
  const [mention] = mentions;
  const trigger = part.spans.some(span => span.kind === 'trigger');
  if (!mention && !trigger) {
    return part.text;
  }
  const last = mention && part.begin + part.text.length === mention.end;
  const about = mentions.map(each => `${nameOf(names, each.code)}: ${[words(each.kind), each.name, each.role].filter(Boolean).join(', ')} (${each.entry})`).join('; ') || null;
  return h('span', {class: [mention && 'mention', trigger && 'trigger'].filter(Boolean).join(' '), title: about}, part.text, last && h('sub', {}, mentions.map(each => each.code).join(' ')));
}

function statementItem(statement, names, choose) {
  return h('li', {'data-id': statement.id, class: `edge-${toneClass(statement.sentiment)}`},
    h('button', {type: 'button', 'aria-expanded': 'false', onclick: () => choose(statement.id)},
      h('span', {class: 'direction'}, directionName(names, statement)),
      h('span', {class: 'kind'}, `${typeWords(statement.event)}, ${words(statement.status)}`), h('span', {class: 'tone'}, chip(statement.sentiment), signed(statement.sentiment))),
    h('div', {class: 'behind'}, coding(statement, names),
      h('p', {class: 'note'}, h('a', {href: to(['pair', [statement.source, statement.target].sort().join('-')])}, 'This pair over time'))));
}

const legend = () => h('p', {class: 'note more key'}, h('mark', {class: 'said tone-m2'}, 'hostile'), ' ', h('mark', {class: 'said tone-n0'}, 'neutral'), ' ', h('mark', {class: 'said tone-p2'}, 'friendly'),
  ' sentence of a statement · ', h('span', {class: 'trigger'}, 'trigger'), ' · ', h('span', {class: 'mention'}, 'mention', h('sub', {}, 'ABC')));
