// The API under api/v1. The browser revalidates what it holds (ETag); a failure says what the server said.

const BASE = 'api/v1';

export class ApiError extends Error {
  /** @param status of HTTP, 0 where nobody answered */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** Query parameters, those that are set. */
function query(params) {
  const set = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return set.length ? '?' + new URLSearchParams(set) : '';
}

export const get = (path, params = {}, signal = undefined) => ask('GET', path + query(params), undefined, signal);

export const send = (method, path, body) => ask(method, path, body);

let count = 0;

/** How many questions have been answered on this page. */
export const answered = () => count;

async function ask(method, path, body, signal) {
  let answer;
  try {
    answer = await fetch(BASE + path, {
      method,
      signal,
      headers: {Accept: 'application/json', ...(method === 'GET' ? {} : {'Content-Type': 'application/json'})},
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiError(0, 'Entente does not answer. Is it running?');
  }
  count++;
  const text = await answer.text();
  let json = null;
  try {
    json = text ? JSON.parse(text) : null;
  } catch {
    throw new ApiError(answer.status, 'The answer is not JSON.');
  }
  if (!answer.ok) {
    throw new ApiError(answer.status, json?.detail ?? `The server answered ${answer.status}.`);
  }
  return json;
}

/** Exchanges the token for a cookie. */
export async function signIn(token) {
  const answer = await fetch(`${BASE}/session`, {method: 'POST', headers: {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'}});
  if (!answer.ok) {
    throw new ApiError(answer.status, 'This is not the token.');
  }
}

let names;
let everyName;

/** All actors with every name that the dictionaries have, for whoever searches. */
export function actorsByName() {
  everyName ??= get('/actors', {days: 90, names: true}).then(answer => answer.items, failure => {
    everyName = undefined;
    throw failure;
  });
  return everyName;
}

/** Names and kinds of all actors by code: asked for once. */
export function actors() {
  names ??= get('/actors', {days: 90}).then(
    answer => new Map(answer.items.map(actor => [actor.code, actor])),
    failure => {
      names = undefined;
      throw failure;
    },
  );
  return names;
}
