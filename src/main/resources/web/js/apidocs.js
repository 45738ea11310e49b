// The API as a page to read: made from the OpenAPI document that programs read.
import {get} from './api.js';
import {h} from './dom.js';
import {card, failed, loading} from './parts.js';

const METHODS = ['get', 'post', 'put', 'delete'];
/** Parts of a path that need a value, and one that usually exists. */
const EXAMPLES = {pair: 'CHN-RUS', id: 'ID'};

export function show(main) {
  const body = h('div', {}, loading('the API', 480));
  main.replaceChildren(h('div', {class: 'head'}, h('div', {}, h('h1', {tabindex: -1}, 'API'), h('p', {class: 'lead'}, 'What this page knows, for programs. The same as a document for tools: ', h('a', {href: 'api/v1/openapi.json'}, 'OpenAPI 3.1'), '.'))), body);
  const load = () => get('/openapi.json').then(document => body.replaceChildren(page(document)), failure => body.replaceChildren(failed(failure, load)));
  load();
  return {title: 'API', update: () => {}, close: () => {}};
}

function page(document) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => METHODS.filter(method => methods[method]).map(method => ({path, method, ...methods[method]})));
  return h('div', {class: 'columns api'},
    h('div', {class: 'stack'}, operations.map(operation => section(operation, document))),
    h('div', {class: 'stack'},
      card('What holds everywhere', {id: 'rules', class: 'card sticky'}, h('p', {class: 'prose'}, prose(document.info.description)),
        h('ul', {class: 'toc'}, operations.map(({operationId, method, path}) => h('li', {}, h('button', {type: 'button', class: 'with', onclick: () => jump(operationId)}, `${method.toUpperCase()} ${short(path)}`)))))));
}

const short = path => path.replace('/api/v1', '');

function jump(id) {
  const heading = document.getElementById(id);
  heading.scrollIntoView({block: 'start'});
  heading.focus({preventScroll: true});
}

const resolved = (node, document) => (node?.$ref ? node.$ref.slice(2).split('/').reduce((part, name) => part?.[name], document) : node);

function section(operation, document) {
  const {operationId, method, path, summary, description} = operation;
  const parameters = (operation.parameters ?? []).map(parameter => resolved(parameter, document));
  const answers = Object.entries(operation.responses).filter(([status]) => status !== 'default').map(([status, answer]) => [status, resolved(answer, document)]);
  const fields = resolved(operation.requestBody?.content?.['application/json']?.schema, document)?.properties ?? {};
  return h('section', {class: 'card', 'aria-labelledby': operationId},
    h('header', {}, h('h2', {id: operationId, tabindex: -1}, h('span', {class: `method ${method}`}, method.toUpperCase()), ' ', h('code', {}, path))),
    (summary || description) && h('p', {class: 'prose'}, prose([summary, description].filter(Boolean).join(' '))),
    parameters.length > 0 && rows('Parameters', parameters.map(parameter => [parameter.name, [kind(parameter.schema, document), parameter.required && ' · required'], parameter.description])),
    Object.keys(fields).length > 0 && rows('Body', Object.entries(fields).map(([name, schema]) => [name, kind(schema, document), schema.description])),
    h('p', {class: 'note'}, answers.map(([status, answer]) => [h('b', {}, status), ` ${answer.description} ${shape(answer)} `])),
    h('pre', {}, h('code', {}, example(operation, fields))));
}

const shape = answer => Object.entries(answer.content ?? {}).map(([type, {schema}]) => `${type}${schema?.$ref ? `: ${schema.$ref.split('/').pop()}` : ''}`).join(' or ');

/** What stands between backticks is code. */
const prose = text => text.split('`').map((part, i) => (i % 2 ? h('code', {}, part) : part));

function rows(caption, all) {
  return h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption}, h('table', {class: 'table'}, h('caption', {class: 'hidden'}, caption),
    h('tbody', {}, all.map(([name, type, words]) => h('tr', {}, h('th', {scope: 'row'}, h('code', {}, name)), h('td', {class: 'note'}, type), h('td', {class: 'wrap'}, prose(words ?? '')))))));
}

/** A schema in a few words. */
function kind(schema = {}, document) {
  const known = resolved(schema, document) ?? {};
  if (known.type === 'array') {
    return `list of ${kind(known.items, document)}`;
  }
  const bounds = known.minimum !== undefined && known.maximum !== undefined ? ` ${known.minimum} to ${known.maximum}` : '';
  const usual = known.default === undefined ? '' : `, else ${known.default}`;
  return (known.enum ? known.enum.join(' | ') : `${known.type ?? 'object'}${bounds}`) + usual;
}

function example({path, method}, fields) {
  const address = location.origin + path.replace(/\{(\w+)}/g, (_, name) => EXAMPLES[name] ?? name.toUpperCase());
  const body = Object.keys(fields).length ? ` -H 'Content-Type: application/json' -d '{"${Object.keys(fields)[0]}": "…"}'` : '';
  return `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}'${address}'${body}`;
}
