// How the pipeline is: a strip on every page, all of it on a page of its own.
import {get} from './api.js';
import {h} from './dom.js';
import {explain} from './explain.js';
import {age, compact, count, fixed, plural, title, when} from './format.js';
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
  const ask = () => get('/status').then(take, draw);
  on('reset', ask);
  begun.then(ask);
  draw();
  setInterval(draw, 5000);
}

function line() {
  const {state} = connection();
  const live = {live: ['good', 'Live'], connecting: ['slow', 'Connecting'], lost: ['bad', 'Not live']}[state];
  const parts = [h('span', {}, h('i', {class: `dot ${live[0]}`, 'aria-hidden': 'true'}), h('b', {}, live[1]))];
  if (status) {
    parts.push(h('span', {}, 'Last article ', h('b', {}, lastAge())), ...(status.stages ?? []).map(stage => h('span', {class: 'wide'}, stageDot(stage), title(stage.stage), ' ', h('b', {}, state === 'lost' ? 'not known' : `${fixed(stage.perSecond ?? 0, 1)}/s`), state !== 'lost' && stage.lag > 0 ? `, ${compact(stage.lag)} behind` : '')),
      h('span', {class: dead() > 0 ? '' : 'wide none'}, 'Dead letters ', h('b', {}, count(dead()))));
  }
  if (status?.collectors?.some(isSilent) && state !== 'lost') {
    parts.push(h('span', {}, h('i', {class: 'dot bad', 'aria-hidden': 'true'}), 'Collector ', h('b', {}, 'silent')));
  }
  parts.push(h('a', {href: '#/health'}, 'Health'));
  return h('div', {class: 'strip', role: 'region', 'aria-label': 'Health of the pipeline'}, parts);
}

const dead = () => Object.values(status.deadLetters ?? {}).reduce((sum, n) => sum + n, 0);
const lastAge = () => (status.lastArticle ? `${age(status.lastArticle.ageSeconds + (Date.now() - status.receivedAt) / 1000)} ago` : 'none yet');
/** What was last heard of a stage says nothing of it once the connection is lost. */
const stageDot = stage => h('i', {class: `dot ${connection().state === 'lost' ? 'unknown' : isWell(stage) ? (stage.lag > 10_000 ? 'slow' : 'good') : 'bad'}`, 'aria-hidden': 'true'});
const isWell = stage => stage.members > 0 && ['STABLE', 'RUNNING'].includes(stage.state);

function warning(asked) {
  const {state, since} = connection();
  if (state === 'lost' && Date.now() - since > GONE) {
    return h('p', {class: 'banner'}, h('b', {}, 'The connection is lost. '), 'The numbers are as of ', when(new Date(status?.receivedAt ?? asked).toISOString()), '. It is tried again every few seconds.');
  }
  if (status && !status.ready) {
    const left = status.reading?.remaining;
    return h('p', {class: 'banner'}, h('b', {}, 'Still reading the topics: '), left > 0 ? `${plural(left, 'record')} to go.` : 'a moment.', ' Numbers are not complete yet.');
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
  const off = [on('status', draw), on('reset', load), on('state', () => status && (body.replaceChildren(tables(status))))];
  return {title: 'Health', update: () => {}, close: () => off.forEach(end => end())};
}

/** One fact: its name, what it means, its value; `alarming` where somebody should look. */
const fact = (name, help, value, alarming = false) => h('div', {}, h('dt', {}, name, help && explain(help, name)), h('dd', {class: alarming ? 'alarming' : ''}, value));
const facts = (...entries) => h('dl', {class: 'facts health'}, entries);
const time = iso => (iso ? when(iso) : 'none yet');

function table(caption, heads, rows, none) {
  if (rows.length === 0) {
    return h('p', {class: 'note'}, none);
  }
  const head = ([name, right, help]) => h('th', {scope: 'col', class: right ? 'right' : ''}, name, help && explain(help, name));
  return h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption},
    h('table', {class: 'table'}, h('caption', {class: 'hidden'}, caption), h('thead', {}, h('tr', {}, heads.map(head))), h('tbody', {}, rows)));
}

const row = (name, ...values) => h('tr', {}, h('th', {scope: 'row'}, name), values.map(value => h('td', {class: typeof value === 'string' && /^[\d,.−]+$/.test(value) ? 'right' : ''}, value)));

function stages({stages: all = []}) {
  const rows = all.map(stage => row(h('span', {class: 'whole'}, stageDot(stage), title(stage.stage)), connection().state === 'lost' ? 'not known' : title(stage.state), count(stage.members ?? 0), count(stage.lag ?? 0), `${fixed(stage.perSecond ?? 0, 1)} ${WORK[stage.stage] ?? 'records'}`));
  return card('Stages', {id: 'stages'}, table('Stages', [['Stage'], ['State', false, 'state'], ['Members', true, 'members'], ['Lag', true, 'lag'], ['A second', false, 'persecond']], rows, 'No stage is known yet.'));
}

const WORK = {ENRICH: 'articles', RELATE: 'statements', ALERT: 'events'};

function letters({deadLetters = {}}) {
  return card('Dead letters', {id: 'dead', tools: [explain('deadletters', 'a dead letter')]},
    table('Dead letters by reason', [['Reason'], ['Records', true]], Object.entries(deadLetters).map(([reason, n]) => row(title(reason), count(n))), 'None: every article was taken.'));
}

function webhooks({webhooks: all = []}) {
  const problem = hook => (hook.lastProblem ? h('span', {}, `${hook.lastProblem}, `, when(hook.lastProblemAt)) : 'none');
  return all.length > 0 && card('Webhooks', {id: 'webhooks'}, table('Webhook targets', [['Target'], ['Waiting', true, 'waiting'], ['Sent', true], ['Given up', true, 'givenup'], ['Last problem']],
    all.map(hook => row(hook.target, count(hook.waiting), count(hook.sent ?? 0), count((hook.refused ?? 0) + (hook.dropped ?? 0)), problem(hook))), ''));
}

const COLLECTOR = {RUNNING: 'good', SILENT: 'bad', STOPPED: 'unknown'};
const isSilent = collector => collector.state === 'SILENT';

/** The collectors that have reported, wherever they run. */
function collectors({collectors: all = []}) {
  const rows = all.map(each => row(h('span', {class: 'whole'}, h('i', {class: `dot ${connection().state === 'lost' ? 'unknown' : COLLECTOR[each.state]}`, 'aria-hidden': 'true'}), each.host), h('span', {class: isSilent(each) ? 'alarming' : ''}, title(each.state)), count(each.sources), count(each.failing), count(each.articles), when(each.reportedAt)));
  return all.length > 0 && card('Collectors', {id: 'collectors', tools: [explain('collectors', 'a collector')]},
    table('Collectors', [['Runs on'], ['State', false, 'collectorstate'], ['Sources', true], ['Failing', true], ['Articles', true], ['Last report']], rows, ''));
}

/** The sources of all collectors, those that fail first. */
function sources({collectors: all = []}) {
  const worst = all.filter(each => each.state !== 'STOPPED').flatMap(each => each.worst).sort((a, b) => (b.failures > 0) - (a.failures > 0));
  const rest = all.filter(each => each.state !== 'STOPPED').reduce((sum, each) => sum + each.sources, 0) - worst.length;
  return worst.length > 0 && card('Sources', {id: 'sources', note: rest > 0 ? `Those that fail come first; ${count(rest)} more are not shown.` : 'Those that fail come first.'},
    table('Sources, those that fail first', [['Source'], ['Articles', true], ['Last success'], ['Last problem']],
      worst.map(source => row(source.name, count(source.articles), source.lastSuccess ? when(source.lastSuccess) : 'never', source.failures > 0 ? h('span', {}, `${source.lastError}, `, when(source.lastErrorAt)) : 'none')), ''));
}

const spaced = name => title(name.replace(/[A-Z]/g, letter => '_' + letter));

function feed({lastArticle, asOf, eventTime = {}}) {
  const {watermark, outliers = 0, late = 0, lateArticles = 0, lateForAlerts = 0} = eventTime;
  return card('Feed', {id: 'feed'}, facts(
    fact('Last article arrived', 'arrived', time(lastArticle?.arrivedAt)), fact('It was published', null, lastArticle ? when(lastArticle.publishedAt) : '–'),
    fact('Latest event', 'asof', time(asOf)), fact('Event time has come to', 'watermark', watermark ? when(watermark) : 'not known yet'),
    fact('Articles dated too far ahead', 'outliers', count(outliers), outliers > 0), fact('Articles too late', 'latearticles', count(lateArticles), lateArticles > 0),
    fact('Statements too late', 'late', late > 0 ? `${count(late)}: take them in with entente reset --stage relate` : '0', late > 0), fact('Events too late for alerts', 'lateforalerts', count(lateForAlerts), lateForAlerts > 0)));
}

function tables(all) {
  const {counts = {}, versions = {}} = all;
  return h('div', {class: 'columns'},
    h('div', {class: 'stack'}, [stages(all), collectors(all), sources(all), letters(all), webhooks(all),
      card('Names that the dictionaries do not know', {id: 'unresolved', note: 'Capitalised names before a verb of an event, the most frequent first. Add them to the dictionaries.'},
        table('Unknown names', [['Name'], ['Articles', true]], (all.unresolved ?? []).map(({name, count: n}) => row(name, count(n))), 'None.'))].filter(Boolean)),
    h('div', {class: 'stack'},
      feed(all),
      card('Held', {id: 'held', tools: [explain('held', 'held')]}, facts(Object.entries(counts).map(([name, n]) => fact(spaced(name), null, count(n))))),
      card('This instance', {id: 'instance'}, facts(fact('Ready', 'ready', all.ready ? 'yes' : 'not yet'), fact('Started', null, time(all.startedAt)), Object.entries(versions).map(([name, value]) => fact(title(name), null, value))))));
}
