// How the pipeline is: a strip on every page, all of it on a page of its own.
import {get} from './api.js';
import {h} from './dom.js';
import {explain} from './explain.js';
import {age, compact, count, fixed, title, when} from './format.js';
import {begun, connection, on} from './live.js';
import {card, failed, loading} from './parts.js';

let status = null;
const GONE = 8000;

/** Asks once, then listens: the strip of every page. */
export function strip(box, banner) {
  let asked = Date.now();
  const draw = () => {
    box.replaceChildren(line());
    banner.replaceChildren(...[warning(asked)].filter(Boolean));
  };
  const take = next => {
    status = {...next, receivedAt: Date.now()};
    draw();
  };
  on('status', take);
  on('state', draw);
  begun.then(() => get('/status')).then(take, draw);
  draw();
  setInterval(draw, 5000);
}

function line() {
  const {state} = connection();
  const live = {live: ['good', 'Live'], connecting: ['slow', 'Connecting'], lost: ['bad', 'Not live']}[state];
  const parts = [h('span', {}, h('i', {class: `dot ${live[0]}`, 'aria-hidden': 'true'}), h('b', {}, live[1]))];
  if (status) {
    parts.push(h('span', {}, 'Last article ', h('b', {}, lastAge())), ...(status.stages ?? []).map(stage => h('span', {class: 'wide'}, stageDot(stage), title(stage.stage), ' ', h('b', {}, `${fixed(stage.perSecond ?? 0, 1)}/s`), stage.lag > 0 ? `, ${compact(stage.lag)} behind` : '')),
      h('span', {class: dead() > 0 ? '' : 'wide'}, 'Dead letters ', h('b', {}, count(dead()))));
  }
  parts.push(h('a', {href: '#/health'}, 'Health'));
  return h('div', {class: 'strip', role: 'region', 'aria-label': 'Health of the pipeline'}, parts);
}

const dead = () => Object.values(status.deadLetters ?? {}).reduce((sum, n) => sum + n, 0);
const lastAge = () => (status.lastArticle ? `${age(status.lastArticle.ageSeconds + (Date.now() - status.receivedAt) / 1000)} ago` : 'none yet');
const stageDot = stage => h('i', {class: `dot ${isWell(stage) ? (stage.lag > 10_000 ? 'slow' : 'good') : 'bad'}`, 'aria-hidden': 'true'});
const isWell = stage => stage.members > 0 && ['STABLE', 'RUNNING'].includes(stage.state);

function warning(asked) {
  const {state, since} = connection();
  if (state === 'lost' && Date.now() - since > GONE) {
    return h('p', {class: 'banner'}, h('b', {}, 'The connection is lost. '), 'The numbers are as of ', when(new Date(status?.receivedAt ?? asked).toISOString()), '. It is tried again every few seconds.');
  }
  if (status && !status.ready) {
    const left = status.reading?.remaining;
    return h('p', {class: 'banner'}, h('b', {}, 'Still reading the topics: '), left > 0 ? `${count(left)} records to go.` : 'a moment.', ' Numbers are not complete yet.');
  }
  return null;
}

export function show(main) {
  const body = h('div', {}, loading('health', 300));
  main.replaceChildren(h('div', {class: 'head'}, h('div', {}, h('h1', {tabindex: -1}, 'Health'), h('p', {class: 'lead'}, 'What the pipeline does now. For alarms and history: /metrics, for Prometheus.'))), body);
  let mark = '';
  const draw = next => {
    const {now, lastArticle, ...rest} = next;
    const text = JSON.stringify([rest, lastArticle?.arrivedAt]);
    if (text !== mark) {
      mark = text;
      body.replaceChildren(tables(next));
    }
  };
  const load = () => get('/status').then(draw, failure => body.replaceChildren(failed(failure, load)));
  load();
  return {title: 'Health', update: () => {}, close: on('status', draw)};
}

function tables(all) {
  const table = (caption, heads, rows, none) => (rows.length === 0 ? h('p', {class: 'note'}, none) : h('table', {class: 'table'}, h('caption', {class: 'hidden'}, caption),
    h('thead', {}, h('tr', {}, heads.map(([name, right]) => h('th', {scope: 'col', class: right ? 'right' : ''}, name)))), h('tbody', {}, rows)));
  const row = (name, ...values) => h('tr', {}, h('th', {scope: 'row'}, name), values.map(value => h('td', {class: typeof value === 'string' && /^[\d,.−]+$/.test(value) ? 'right' : ''}, value)));
  const facts = entries => h('dl', {class: 'facts'}, entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
  return h('div', {class: 'columns'},
    h('div', {class: 'stack'},
      card('Stages', {id: 'stages', tools: [explain('lag')]}, table('Stages', [['Stage'], ['State'], ['Members', true], ['Lag', true], ['Records a second', true]],
        (all.stages ?? []).map(stage => row(h('span', {class: 'whole'}, stageDot(stage), title(stage.stage)), title(stage.state), count(stage.members ?? 0), count(stage.lag ?? 0), fixed(stage.perSecond ?? 0, 1))), 'No stage is known yet.')),
      card('Dead letters', {id: 'dead', tools: [explain('deadletters', 'a dead letter')]}, table('Dead letters by reason', [['Reason'], ['Records', true]], Object.entries(all.deadLetters ?? {}).map(([reason, n]) => row(title(reason), count(n))), 'None: every article was taken.')),
      ...((all.webhooks ?? []).length === 0 ? [] : [card('Webhooks', {id: 'webhooks'}, table('Webhook targets', [['Target'], ['Waiting', true], ['Sent', true], ['Given up', true], ['Last problem']],
        all.webhooks.map(hook => row(hook.target, count(hook.waiting), count(hook.sent ?? 0), count((hook.refused ?? 0) + (hook.dropped ?? 0)), hook.lastProblem ? h('span', {}, `${hook.lastProblem}, `, when(hook.lastProblemAt)) : 'none')), ''))]),
      card('Names that the dictionaries do not know', {id: 'unresolved', note: 'Capitalised names before a verb of an event, the most frequent first. Add them to the dictionaries.'},
        table('Unknown names', [['Name'], ['Articles', true]], (all.unresolved ?? []).map(({name, count: n}) => row(name, count(n))), 'None.'))),
    h('div', {class: 'stack'},
      card('Feed', {id: 'feed'}, facts([['Last article arrived', all.lastArticle ? when(all.lastArticle.arrivedAt) : 'none yet'], ['It was published', all.lastArticle ? when(all.lastArticle.publishedAt) : '–'], ['Latest event', all.asOf ? when(all.asOf) : 'none yet'], ['Event time has come to', all.eventTime?.watermark ? when(all.eventTime.watermark) : 'not known yet'], ['Articles dated too far ahead', count(all.eventTime?.outliers ?? 0)], ['Articles too late', count(all.eventTime?.lateArticles ?? 0)], ['Statements too late', count(all.eventTime?.late ?? 0)], ['Events too late for alerts', count(all.eventTime?.lateForAlerts ?? 0)]])),
      card('Held', {id: 'held'}, facts(Object.entries(all.counts ?? {}).map(([name, n]) => [title(name.replace(/[A-Z]/g, letter => '_' + letter)), count(n)]))),
      card('This instance', {id: 'instance'}, facts([['Ready', all.ready ? 'yes' : 'not yet'], ['Started', all.startedAt ? when(all.startedAt) : '–'], ...Object.entries(all.versions ?? {}).map(([name, value]) => [title(name), value])]))));
}
